package dev.slipway.cli.record;

import dev.slipway.cli.text.Style;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a release task, an execution, a phase or a task stands, by the codes of the API. */
public enum Status {
    NOT_EXECUTED(1, "Not executed", Style.QUIET),
    SUCCESSFUL(2, "Successful", Style.GOOD),
    RELEASE_FAILED(3, "Release failed", Style.BAD),
    RUNNING(4, "Running", Style.BUSY),
    TO_BE_APPROVED(5, "To be approved", Style.ASKS),
    PAUSED(7, "Paused", Style.ASKS),
    SKIPPED(9, "Skipped", Style.QUIET),
    ROLLING_BACK(10, "Rolling back", Style.BUSY),
    ROLLED_BACK(11, "Rolled back", Style.GOOD),
    ROLLBACK_FAILED(12, "Rollback failed", Style.BAD),
    STOPPING(13, "Stopping", Style.BUSY),
    RESTARTING(14, "Restarting", Style.BUSY),
    /** A newer server may have statuses that this program does not know. */
    UNKNOWN(0, "Unknown", Style.PLAIN);

    private final int code;
    private final String words;
    private final Style style;

    Status(int code, String words, Style style) {
        this.code = code;
        this.words = words;
        this.style = style;
    }

    /** The status with a code of the API. */
    public static Status of(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The status that somebody wrote, as its code or as {@code to-be-approved}; empty if there is none. */
    public static Optional<Status> named(String text) {
        return Arrays.stream(values())
                .filter(status -> status != UNKNOWN)
                .filter(status ->
                        String.valueOf(status.code).equals(text) || status.key().equalsIgnoreCase(text))
                .findFirst();
    }

    /** All that somebody may write. */
    public static String names() {
        return Arrays.stream(values())
                .filter(status -> status != UNKNOWN)
                .map(Status::key)
                .collect(Collectors.joining(", "));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of the API. */
    public int code() {
        return code;
    }

    /** What the console calls it. */
    public String words() {
        return words;
    }

    /** How it stands out. */
    public Style style() {
        return style;
    }

    /** Whether an execution has come to its end. */
    public boolean isEnd() {
        return switch (this) {
            case SUCCESSFUL, RELEASE_FAILED, ROLLED_BACK, ROLLBACK_FAILED -> true;
            default -> false;
        };
    }

    /** Whether nothing happens until a person does something. */
    public boolean waitsForSomebody() {
        return this == TO_BE_APPROVED || this == PAUSED;
    }

    /** Whether it is what was wanted. */
    public boolean isGood() {
        return this == SUCCESSFUL || this == ROLLED_BACK;
    }
}
