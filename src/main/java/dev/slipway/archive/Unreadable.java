package dev.slipway.archive;

import dev.slipway.project.Conflict;

/** What an execution did is in a file that can't be read here. */
final class Unreadable extends Conflict {

    private static final long serialVersionUID = 1L;

    Unreadable(String file, String why) {
        super(
                "What this execution did was archived to the file %s, which %s. Ask whoever runs Slipway to put it back to where slipway.archive.directory points to."
                        .formatted(file, why));
    }
}
