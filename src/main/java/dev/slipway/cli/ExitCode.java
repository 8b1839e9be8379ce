package dev.slipway.cli;

/** How a command ends, for whoever called it; {@code src/docs/command-line.md} has the same table. */
public enum ExitCode {
    /** It is done; what was waited for is Successful or Rolled back. */
    DONE(0),
    /** What was waited for has ended otherwise. */
    RELEASE_FAILED(1),
    /** The command can't be taken as it was given, by us or by the server. */
    USAGE(2),
    /** There is no such release task, execution or task. */
    NOT_FOUND(3),
    /** There is no token, it counts for nothing, or its owner may not do this. */
    NOT_PERMITTED(4),
    /** The present state of the release task does not allow it. */
    CONFLICT(5),
    /** What was waited for has not ended: it waits for a person, or the time is over. */
    NOT_ENDED(6),
    /** Slipway does not answer, or not as it should. */
    NOT_REACHED(7),
    /** A fault of this program. */
    FAULT(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }
}
