package dev.slipway.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options. bash: source <(slipway completion bash)")
final class CompletionCommand implements Runnable {

    /** The shells for which there is a script; both run the same one. */
    enum Shell {
        bash,
        zsh
    }

    private final Access access;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.bash;

    CompletionCommand(Access access) {
        this.access = access;
    }

    @Override
    public void run() {
        var script = AutoComplete.bash("slipway", spec.root().commandLine());
        // zsh runs functions of bash once these are loaded; where its own are not yet, they have to be before.
        var prefix = shell == Shell.zsh ? "autoload -U +X compinit && compinit\n" : "";
        access.terminal().out().print(prefix + script);
    }
}
