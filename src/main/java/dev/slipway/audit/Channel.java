package dev.slipway.audit;

/** The way by which somebody did something. */
public enum Channel {
    /** A person on a page. */
    CONSOLE,
    /** A program with a token. */
    API,
    /** A trigger policy, on behalf of the person who set it. */
    SCHEDULE,
    /** Slipway itself, going on with what somebody began. */
    ENGINE
}
