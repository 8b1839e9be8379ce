package dev.slipway.audit;

import org.jspecify.annotations.Nullable;

/**
 * From where something was done.
 *
 * @param address the network address of whoever asked; null where nobody did at that moment
 */
public record Origin(Channel channel, @Nullable String address) {

    // IPv6 with a zone fits easily.
    private static final int LONGEST = 64;

    /** Slipway itself. */
    public static final Origin ENGINE = new Origin(Channel.ENGINE, null);

    /** A trigger policy. */
    public static final Origin SCHEDULE = new Origin(Channel.SCHEDULE, null);

    /** Keeps what the column can hold. */
    public Origin {
        address = address == null || address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    }
}
