package dev.slipway.target.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Builds artifacts: each order in a workspace of its own. */
final class Builds {

    private static final String CANCELLED = "cancelled";
    private static final String PUBLISHING = "publishing";
    private static final String CANCELLED_SENTENCE = "The build was cancelled.";
    private static final Progress PUBLISHING_NOW = new Progress.Working("publishing the artifact");

    private final Path directory;
    private final Workspace workspace;
    private final Artifacts artifacts;
    private final Machine machine;
    private final Launcher launcher;

    Builds(Path directory, Workspace workspace, Artifacts artifacts, Machine machine, Launcher launcher) {
        this.directory = directory;
        this.workspace = workspace;
        this.artifacts = artifacts;
        this.machine = machine;
        this.launcher = launcher;
    }

    void build(BuildOrder order) {
        var spec = BuildSpec.of(order);
        artifacts.location(order);
        var run = run(order);
        Names.inside(workspaceOf(run), "the output", spec.output());
        if (run.claim().isPresent()) {
            return;
        }
        create(run);
        workspace.create(spec.source(), workspaceOf(run));
        var variables = CleanEnvironment.of(run);
        variables.put("SLIPWAY_ARTIFACT", order.artifact());
        variables.put("SLIPWAY_VERSION", order.version());
        launcher.launch(run, workspaceOf(run), spec.command(), variables);
    }

    Progress look(BuildOrder order, long from, Consumer<String> log) {
        var run = run(order);
        var claim = run.claim();
        if (claim.isEmpty()) {
            return startAgain(order, run);
        }
        if (claim.get() instanceof Claim.Closed closed) {
            return new Progress.Broken(closed.why());
        }
        var alive = run.isAlive();
        run.log().read(from, !alive, log);
        return alive ? working(order, run) : ended(order, run);
    }

    void cancel(BuildOrder order) {
        var run = run(order);
        create(run);
        if (!run.close(CANCELLED_SENTENCE) && run.isAlive()) {
            run.mark(CANCELLED);
            run.end();
        }
    }

    /** Slipway may have been killed between preparing a build and starting it. */
    private Progress startAgain(BuildOrder order, Run run) {
        if (!Files.exists(workspaceOf(run))) {
            return new Progress.Broken("Nothing is known of this build in %s; was it deleted?".formatted(directory));
        }
        build(order);
        return new Progress.Working("starting to build");
    }

    private static Progress working(BuildOrder order, Run run) {
        if (!run.isMarked(CANCELLED)) {
            return new Progress.Working("builds version %s".formatted(order.version()));
        }
        run.end();
        return new Progress.Working("cancelling the build");
    }

    private Progress ended(BuildOrder order, Run run) {
        if (run.isMarked(CANCELLED)) {
            return new Progress.Broken(CANCELLED_SENTENCE);
        }
        var exit = run.exitCode();
        if (exit.isEmpty()) {
            return new Progress.Broken("The build was ended from outside, such as by a restart of the machine.%s"
                    .formatted(run.log().lastLines()));
        }
        if (exit.getAsInt() != 0) {
            return new Progress.Broken("The build ended with exit code %d.%s"
                    .formatted(exit.getAsInt(), run.log().lastLines()));
        }
        return publishAlone(order, run);
    }

    /** Publishes under a lock that the system takes back from a node that dies. */
    private Progress publishAlone(BuildOrder order, Run run) {
        try (var file = FileChannel.open(directory.resolve("publish.lock"), CREATE, WRITE);
                var lock = file.tryLock()) {
            return lock == null ? PUBLISHING_NOW : publish(order, run);
        } catch (OverlappingFileLockException e) {
            return PUBLISHING_NOW; // A thread of this node is at it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Progress publish(BuildOrder order, Run run) {
        var name = BuildSpec.of(order).output();
        var output = Names.inside(workspaceOf(run), "the output", name);
        if (Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            Names.checkStaysIn(workspaceOf(run), "the output", output);
            // From here on, output that is missing has been moved to its place.
            run.mark(PUBLISHING);
            artifacts.publish(order, output);
        } else if (!run.isMarked(PUBLISHING)) {
            return new Progress.Broken("The build ended well, but made no directory \"%s\".".formatted(name));
        }
        return new Progress.Ready(artifacts.location(order));
    }

    private static void create(Run run) {
        try {
            Files.createDirectories(run.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(BuildOrder order) {
        return new Run(Names.order(directory, order.id()), machine);
    }

    private static Path workspaceOf(Run run) {
        return run.directory().resolve("workspace");
    }
}
