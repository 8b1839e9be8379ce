package dev.slipway.cli.text;

import java.util.Optional;

/** What this process is connected with. */
public interface Screen {

    /**
     * The size of a terminal.
     *
     * @param columns how many characters a line has
     * @param rows how many lines there are
     */
    record Size(int columns, int rows) {}

    /** Whether standard output is a terminal. */
    boolean showsOutput();

    /** Whether somebody can be asked: standard input and the place of the question are a terminal. */
    boolean canAsk();

    /** The present size of the terminal. */
    Size size();

    /** Asks for something that is not to be seen while it is typed; empty if the question was broken off. */
    Optional<char[]> askSecretly(String prompt);
}
