package dev.slipway.chaos;

import java.time.Instant;

/** Something that was broken, from when to when. */
record Fault(Kind kind, String what, Instant from, Instant to) {

    /** What breaks. */
    enum Kind {
        /** A node is killed, and comes back after others have taken over. */
        KILL,
        /** All nodes are killed at once. */
        KILL_ALL,
        /** A node is paused for longer than its lease, and goes on. */
        PAUSE,
        /** A node is paused for less than its lease. */
        BLINK,
        /** Connections of nodes to the database are closed. */
        CUT,
        /** The database restarts, in an orderly way. */
        RESTART,
        /** The database crashes and recovers. */
        CRASH,
        /** Somebody else takes all connections that the database has left. */
        EXHAUST,
        /** Somebody else locks the executions, until the pools of the nodes run dry. */
        LOCK
    }

    boolean touches(Instant since, Instant until) {
        return !from.isAfter(until) && !to.isBefore(since);
    }
}
