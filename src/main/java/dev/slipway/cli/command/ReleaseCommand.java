package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** Does something with one release task. */
abstract class ReleaseCommand implements Callable<Integer> {

    private final Access access;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name or id of the release task.")
    private String name = "";

    ReleaseCommand(Access access) {
        this.access = access;
    }

    /** Does it. */
    abstract ExitCode run(Releases releases, Release release);

    final Access access() {
        return access;
    }

    final void say(String text) {
        access.terminal().out().println(text);
    }

    @Override
    public final Integer call() {
        var releases = new Releases(access);
        return run(releases, releases.find(name)).code();
    }
}
