package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway releases execute}. */
@Command(name = "execute", aliases = "start", description = "Executes a release task: all of it, or what is named.")
final class ExecuteCommand extends ReleaseCommand {

    @Option(
            names = "--task",
            paramLabel = "STAGE/TASK",
            description = "Execute this task. May be given several times. STAGE/ may be left out.")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Execute all tasks of this stage. May be given several times.")
    private List<String> stages = new ArrayList<>();

    @ArgGroup
    private Then then = new Then();

    @Mixin
    private final Following following = new Following();

    /** What comes after the start. */
    static final class Then {

        @Option(names = "--wait", description = "Wait until it ends, and say only how.")
        private boolean waits;

        @Option(names = "--watch", description = "Show how it goes on until it ends.")
        private boolean watches;
    }

    ExecuteCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var body = Json.object();
        if (!tasks.isEmpty() || !stages.isEmpty()) {
            var places = Places.of(releases.details(release).json());
            body.set("selected_tasks", places.selected(tasks, stages));
        }
        var id = releases.act(release, "start", body).path("id").asLong();
        var terminal = access().terminal();
        if (then.watches) {
            return following.follow(releases, Releases.path(release, id), following.view(terminal, release), terminal);
        }
        say("%s is executed. To follow it: slipway releases watch %s".formatted(release.title(), release.title()));
        return then.waits
                ? following.follow(
                        releases, Releases.path(release, id), following.quietView(terminal, release), terminal)
                : ExitCode.DONE;
    }
}
