package dev.slipway.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.execution.Status;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the list of release tasks, as its address says it.
 *
 * @param name a part of the name; empty: any
 * @param status null: any
 * @param cursor where the page goes on; null: from the start
 */
public record ReleaseQuery(String name, @Nullable Status status, ReleaseOrder order, @Nullable Cursor cursor) {

    private static final String PATH = "/releases";

    /** Takes what can be understood; the rest of an address is as if it were not there. */
    static ReleaseQuery of(ReleaseAddress address) {
        var order = ReleaseOrder.named(address.sort);
        var cursor = Cursor.read(order, false, address.after).or(() -> Cursor.read(order, true, address.before));
        return new ReleaseQuery(clean(address.name), status(address.status), order, cursor.orElse(null));
    }

    // PostgreSQL has no text with a zero in it.
    private static String clean(@Nullable String name) {
        return name == null ? "" : name.strip().replace("\0", "");
    }

    private static @Nullable Status status(@Nullable String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    ReleaseQuery from(@Nullable Cursor row) {
        return new ReleaseQuery(name, status, order, row);
    }

    Optional<Cursor> findCursor() {
        return Optional.ofNullable(cursor);
    }

    /** The order in which the rows are looked up: a page before a row begins at that row. */
    ReleaseOrder walk() {
        return backwards() ? order.opposite() : order;
    }

    boolean backwards() {
        return cursor != null && cursor.backwards();
    }

    /** The address that says the same. */
    public String url() {
        var parts = new ArrayList<String>();
        if (!name.isEmpty()) {
            parts.add("name=" + URLEncoder.encode(name, UTF_8));
        }
        if (status != null) {
            parts.add("status=" + status.name());
        }
        if (!order.equals(ReleaseOrder.NEWEST_EXECUTION)) {
            parts.add("sort=" + order.key());
        }
        if (cursor != null) {
            parts.add((cursor.backwards() ? "before=" : "after=") + cursor.text(order));
        }
        return parts.isEmpty() ? PATH : PATH + "?" + String.join("&", parts);
    }

    /** Whether it leaves anything out. */
    public boolean isFilter() {
        return !name.isEmpty() || status != null;
    }

    /** The statuses that a release task may have. */
    public List<Status> statuses() {
        return Arrays.stream(Status.values())
                .filter(each -> each != Status.SKIPPED)
                .toList();
    }

    /** The heading of the column of names. */
    public Heading byName() {
        return heading(ReleaseOrder.Column.NAME);
    }

    /** The heading of the column of executions. */
    public Heading byExecution() {
        return heading(ReleaseOrder.Column.EXECUTED);
    }

    private Heading heading(ReleaseOrder.Column column) {
        var current = order.column() == column;
        var next = current ? order.opposite() : new ReleaseOrder(column, false);
        return new Heading(new ReleaseQuery(name, status, next, null).url(), current, order.ascends());
    }

    /**
     * The heading of a column that sorts.
     *
     * @param url the list by this column; where it is already, the other way round
     */
    public record Heading(String url, boolean current, boolean ascending) {}
}
