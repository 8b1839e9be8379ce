package dev.slipway.live;

import java.util.regex.Pattern;

/**
 * Which view of which thing: {@code execution:12}.
 *
 * @param name of the {@link LiveView}
 * @param id of what it shows
 */
record ViewId(String name, String id) {

    private static final Pattern ASKED = Pattern.compile("(?<name>[a-z]+):(?<id>[^@]+)@(?<version>\\d{1,18})");

    /**
     * A view as a page asks for it.
     *
     * @param version what the page shows of it
     */
    record Asked(ViewId view, long version) {}

    /**
     * Reads {@code execution:12@17}.
     *
     * @throws IllegalArgumentException if it does not look like this
     */
    static Asked asked(String text) {
        var parts = ASKED.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a view at a version".formatted(text));
        }
        return new Asked(new ViewId(parts.group("name"), parts.group("id")), Long.parseLong(parts.group("version")));
    }

    @Override
    public String toString() {
        return name + ":" + id;
    }
}
