package dev.slipway.cli.command;

import dev.slipway.cli.text.Clean;

/**
 * A release task that was found.
 *
 * @param path of it in the API, after the address of all
 * @param name as the server wrote it
 */
record Release(String path, String name) {

    /** What people read. */
    String title() {
        return Clean.line(name);
    }
}
