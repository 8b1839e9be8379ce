package dev.slipway.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The least that a durable change of state costs: one row updated by its key, one inserted, one commit. */
record SmallestCommit(DataSource database) implements LongSupplier {

    private static final String CREATE =
            """
            create table if not exists bench_state (id int primary key, counter int not null);
            create table if not exists bench_job (id bigint generated always as identity primary key, state int not null);
            insert into bench_state values (1, 0) on conflict do nothing;
            """;

    /** Begins with the tables it needs. */
    static SmallestCommit in(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(CREATE);
            return new SmallestCommit(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long getAsLong() {
        try (var connection = database.getConnection()) {
            var began = System.nanoTime();
            connection.setAutoCommit(false);
            change(connection, "update bench_state set counter = counter + 1 where id = ?");
            change(connection, "insert into bench_job (state) values (?)");
            connection.commit();
            return System.nanoTime() - began;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, 1);
            statement.executeUpdate();
        }
    }
}
