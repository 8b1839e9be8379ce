package dev.slipway.cli;

import dev.slipway.cli.command.SlipwayCommand;
import dev.slipway.cli.text.Terminal;

/** Where {@code slipway} begins. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name, and ends the JVM with its code. */
    public static void main(String[] arguments) {
        System.exit(SlipwayCommand.run(Terminal.ofTheProcess(), arguments));
    }
}
