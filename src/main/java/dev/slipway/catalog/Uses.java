package dev.slipway.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Finds what uses a part of the catalog. */
@ApplicationScoped
class Uses {

    /** How many of each sort a page names; who has more sees the rest when these are gone. */
    static final int LIMIT = 20;

    private final Usage usage;

    Uses(Usage usage) {
        this.usage = usage;
    }

    /** The release tasks whose tasks name it, so that it has to keep its name. */
    List<Use> byName(Part part) {
        return usage.releaseTasks(part.namedAs(), LIMIT);
    }

    /** Everything that keeps it from being deleted. */
    List<Use> all(Part part) {
        return Stream.concat(part.contents().stream(), byName(part).stream()).toList();
    }
}
