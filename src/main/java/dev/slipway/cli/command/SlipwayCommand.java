package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Terminal;
import dev.slipway.cli.text.Times;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code slipway}. */
@Command(
        name = "slipway",
        description = "Release from the command line, by the API of a Slipway.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done; what was waited for is Successful or Rolled back",
            " 1:what was waited for has ended otherwise",
            " 2:the command, or a file, can't be taken as it is",
            " 3:there is no such release task, execution or task",
            " 4:no token, a wrong one, or its owner may not do this",
            " 5:the present state does not allow it",
            " 6:it has not ended: --exit-when-waiting, --timeout",
            " 7:Slipway does not answer, or not as it should",
            "130:Ctrl-C; a release goes on"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            ReleasesCommand.class,
            UploadCommand.class,
            LoginCommand.class,
            CompletionCommand.class
        })
public final class SlipwayCommand {

    // Read by picocli, which fills its options.
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private final Access access;

    SlipwayCommand(Access access) {
        this.access = access;
    }

    /**
     * Runs what the arguments say.
     *
     * @return the code to end with, see {@link ExitCode}
     */
    public static int run(Terminal terminal, String... arguments) {
        var access = new Access(terminal);
        var line = new CommandLine(new SlipwayCommand(access), new Commands(access))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .registerConverter(Duration.class, SlipwayCommand::duration)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((why, of, parsed) -> tell(why, access));
        try {
            return line.execute(arguments);
        } finally {
            terminal.out().flush();
        }
    }

    private static Duration duration(String text) {
        try {
            return Times.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static int tell(Exception why, Access access) {
        var err = access.terminal().err();
        if (access.isDebug()) {
            why.printStackTrace(err);
        }
        if (why instanceof Problem problem) {
            err.println("slipway: " + Clean.lines(problem.sentence()));
            return problem.exitCode().code();
        }
        err.println("slipway: A fault of this program: %s. Run it again with --debug, and report what it says."
                .formatted(Clean.line(why.toString())));
        return ExitCode.FAULT.code();
    }
}
