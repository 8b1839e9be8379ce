package dev.slipway.catalog;

import dev.slipway.target.Progress;

/**
 * How a component does at this moment, in the words of its target.
 *
 * @param detail its address where it is healthy, else what the target says; may be empty
 */
public record Health(State state, String detail) {

    /** The component runs nothing, as far as releases know. */
    static final Health NOTHING = new Health(State.NOTHING_RUNS, "");

    /** What a component can be like. */
    public enum State {
        HEALTHY("successful"),
        STARTING("running"),
        NOT_HEALTHY("failed"),
        NOTHING_RUNS("not-executed"),
        UNKNOWN("paused");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /** The status whose colour says the same to the eye. */
        public String key() {
            return key;
        }

        public String icon() {
            return this == UNKNOWN ? "warning" : "status-" + key;
        }
    }

    static Health of(Progress progress) {
        if (progress instanceof Progress.Ready ready) {
            return new Health(State.HEALTHY, ready.where());
        }
        if (progress instanceof Progress.Working working) {
            return new Health(State.STARTING, working.what());
        }
        return new Health(State.NOT_HEALTHY, ((Progress.Broken) progress).why());
    }

    static Health unknown(String why) {
        return new Health(State.UNKNOWN, why);
    }

    /** Whether the detail is an address that a browser can open. */
    public boolean hasAddress() {
        return state == State.HEALTHY && (detail.startsWith("http://") || detail.startsWith("https://"));
    }
}
