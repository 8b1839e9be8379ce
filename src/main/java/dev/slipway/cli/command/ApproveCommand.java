package dev.slipway.cli.command;

import picocli.CommandLine.Command;

/** {@code slipway releases approve}. */
@Command(name = "approve", description = "Agrees at a checkpoint, so that the release goes on.")
final class ApproveCommand extends DecisionCommand {

    ApproveCommand(Access access) {
        super(access, "agree", "approved");
    }
}
