package dev.slipway.cli.command;

import picocli.CommandLine.Command;

/** {@code slipway releases reject}. */
@Command(name = "reject", description = "Rejects at a checkpoint, which ends the release as failed.")
final class RejectCommand extends DecisionCommand {

    RejectCommand(Access access) {
        super(access, "refuse", "rejected");
    }
}
