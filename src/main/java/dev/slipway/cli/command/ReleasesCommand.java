package dev.slipway.cli.command;

import picocli.CommandLine.Command;

/** {@code slipway releases}. */
@Command(
        name = "releases",
        aliases = "release",
        description = "Region release tasks: look, execute, decide, follow. They are named by name or by id.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            CreateCommand.class,
            EditCommand.class,
            ExportCommand.class,
            CloneCommand.class,
            DeleteCommand.class,
            ExecuteCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            StopCommand.class,
            ContinueCommand.class,
            TerminateCommand.class,
            RetryCommand.class,
            SkipCommand.class,
            RollbackCommand.class,
            WatchCommand.class,
            LogsCommand.class,
            RecordsCommand.class
        })
final class ReleasesCommand {}
