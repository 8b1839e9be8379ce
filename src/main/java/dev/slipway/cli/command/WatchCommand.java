package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway releases watch}. */
@Command(name = "watch", description = "Follows an execution until it ends, and ends with what it came to.")
final class WatchCommand extends ReleaseCommand {

    @Option(names = "--record", paramLabel = "N", description = "Number of the execution. Usually the latest.")
    private @Nullable Integer record;

    @Mixin
    private final Following following = new Following();

    WatchCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var execution = releases.execution(release, record);
        var terminal = access().terminal();
        return following.follow(
                releases, Releases.path(release, execution.id()), following.view(terminal, release), terminal);
    }
}
