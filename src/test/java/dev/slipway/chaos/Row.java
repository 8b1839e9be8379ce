package dev.slipway.chaos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a query, by the numbers of its columns. */
record Row(ResultSet rows) {

    @Nullable
    String text(int column) throws SQLException {
        return rows.getString(column);
    }

    String string(int column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column));
    }

    long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    int count(int column) throws SQLException {
        return rows.getInt(column);
    }

    boolean is(int column) throws SQLException {
        return rows.getBoolean(column);
    }

    @Nullable
    Instant time(int column) throws SQLException {
        Timestamp time = rows.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    Instant instant(int column) throws SQLException {
        return Objects.requireNonNull(time(column));
    }
}
