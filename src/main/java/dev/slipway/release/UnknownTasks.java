package dev.slipway.release;

import java.util.Collection;

/** Somebody selected tasks that the release task does not have, such as those that an edit has just removed. */
public class UnknownTasks extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String names;

    UnknownTasks(Collection<String> names) {
        super("The release task has no tasks " + names);
        this.names = String.join(", ", names);
    }

    /** The names that are no tasks. */
    public String names() {
        return names;
    }
}
