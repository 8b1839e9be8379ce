package dev.slipway.sql;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL statements that travel to PostgreSQL together: it carries them out one after the other, each with what the ones
 * before have done in sight, and answers all of them at once. Takes part in the transaction at hand, if there is one.
 * They find rows by keys that are indexed, and so does, until its end, whatever else the transaction asks for.
 */
public final class RoundTrip {

    // Left to itself PostgreSQL reads a whole table that is small, or empty when it makes its plan, and keeps to that
    // while it grows; or it plans anew each time, which takes as long as what it plans.
    private static final String BY_KEY =
            """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
              set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            """;

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<Answer<?>> answers = new ArrayList<>();

    /** Reads the row at which a result stands. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What comes back for one statement; empty until it has travelled. */
    public static final class Answer<T> {

        private final Row<T> row;
        private final List<T> rows = new ArrayList<>();
        private int changed;

        private Answer(Row<T> row) {
            this.row = row;
        }

        /** What was read, in order; a statement may also return what it has changed. */
        public List<T> rows() {
            return rows;
        }

        /** How many rows a statement has changed that returns none. */
        public int changed() {
            return changed;
        }
    }

    /** Adds a statement that answers with rows. Parameters are as of {@link #change}. */
    public <T> Answer<T> ask(Row<T> row, String sql, @Nullable Object... given) {
        var answer = new Answer<>(row);
        statements.add(sql);
        parameters.addAll(Arrays.asList(given));
        answers.add(answer);
        return answer;
    }

    /** A column of many rows as a parameter, which a statement takes apart by {@code unnest}. */
    public static <T, C> C[] each(Collection<T> rows, Function<T, @Nullable C> column, IntFunction<C[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    /**
     * Adds a statement that changes rows.
     *
     * @param given one for each question mark: what JDBC takes, and instants; a null goes as a text, and is to be cast
     */
    public Answer<Void> change(String sql, @Nullable Object... given) {
        return ask(
                row -> {
                    throw new SQLException("rows where none were asked for");
                },
                sql,
                given);
    }

    /**
     * Goes there and comes back.
     *
     * @throws PersistenceException if the database refuses a statement; what follows it is not carried out
     */
    public void travel(DataSource database) {
        try (var connection = database.getConnection();
                var together = connection.prepareStatement(BY_KEY + ";\n" + String.join(";\n", statements))) {
            for (int no = 0; no < parameters.size(); no++) {
                bind(together, no + 1, parameters.get(no));
            }
            together.execute();
            var rows = together.getMoreResults();
            for (var answer : answers) {
                rows = take(answer, together, rows);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    private static <T> boolean take(Answer<T> answer, PreparedStatement together, boolean rows) throws SQLException {
        if (rows) {
            try (var result = together.getResultSet()) {
                while (result.next()) {
                    answer.rows.add(answer.row.read(result));
                }
            }
        } else {
            answer.changed = together.getUpdateCount();
        }
        return together.getMoreResults();
    }

    private static void bind(PreparedStatement statement, int no, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(no, Types.VARCHAR);
        } else if (value instanceof Instant instant) {
            statement.setObject(no, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(no, value);
        }
    }
}
