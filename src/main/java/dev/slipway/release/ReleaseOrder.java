package dev.slipway.release;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An order of the list of release tasks, and how to go on in it from any row. */
public record ReleaseOrder(Column column, boolean reversed) {

    static final ReleaseOrder NEWEST_EXECUTION = new ReleaseOrder(Column.EXECUTED, false);

    private static final String REVERSED = "-reversed";

    /** What rows are ordered by: times from the newest, names from A. */
    public enum Column {
        EXECUTED("executed", "release.lastExecutedAt"),
        NAME("name", "release.name"),
        CREATED("created", "release.createdAt");

        private final String key;
        private final String field;

        Column(String key, String field) {
            this.key = key;
            this.field = field;
        }

        /** Whether rows may lack it: what was never executed has no time of it. */
        boolean mayBeMissing() {
            return this == EXECUTED;
        }
    }

    /** The order that an address names; what names none is the newest execution first. */
    static ReleaseOrder named(@Nullable String key) {
        return Arrays.stream(Column.values())
                .map(column -> new ReleaseOrder(column, false))
                .map(order -> order.opposite().key().equals(key) ? order.opposite() : order)
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElse(NEWEST_EXECUTION);
    }

    /** What stands for it in an address. */
    public String key() {
        return reversed ? column.key + REVERSED : column.key;
    }

    /** The same rows from the other end. */
    ReleaseOrder opposite() {
        return new ReleaseOrder(column, !reversed);
    }

    /** Whether earlier times and letters come first. */
    boolean ascends() {
        return (column == Column.NAME) != reversed;
    }

    /** The rows in this order. */
    String clause() {
        var nulls = column.mayBeMissing() ? (ascends() ? " nulls first" : " nulls last") : "";
        return "%s %s%s, release.id %s"
                .formatted(column.field, ascends() ? "asc" : "desc", nulls, reversed ? "desc" : "asc");
    }

    /** What comes behind the row with {@code :key} and {@code :id}; the latter alone where the row has no key. */
    String behind(boolean hasKey) {
        var field = column.field;
        var sameKey = "release.id %s :id".formatted(reversed ? "<" : ">");
        if (!hasKey) {
            return ascends()
                    ? "(%1$s is not null or %1$s is null and %2$s)".formatted(field, sameKey)
                    : "(%s is null and %s)".formatted(field, sameKey);
        }
        var further = "%1$s %2$s :key or %1$s = :key and %3$s".formatted(field, ascends() ? ">" : "<", sameKey);
        return column.mayBeMissing() && !ascends()
                ? "(%s or %s is null)".formatted(further, field)
                : "(%s)".formatted(further);
    }
}
