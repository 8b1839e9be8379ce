package dev.slipway.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command: a sentence or two that say what is wrong and what to do, and the code to end with. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** A problem for a reason that the sentence says completely. */
    public Problem(ExitCode exitCode, String sentence) {
        this(exitCode, sentence, null);
    }

    /** A problem whose cause is shown by {@code --debug}. */
    public Problem(ExitCode exitCode, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** What people read. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
