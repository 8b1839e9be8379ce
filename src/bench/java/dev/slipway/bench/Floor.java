package dev.slipway.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What this PostgreSQL can do at most, here and now: durable transactions of one update by key and one insert, on
 * 8 connections of their own, with nothing in between.
 */
record Floor(String url, String username, String password) {

    private static final int CONNECTIONS = 8;
    private static final int KEYS = 1_000;
    private static final Duration ENOUGH = Duration.ofSeconds(4);

    private static final String CREATE =
            """
            create table if not exists bench_floor (id int primary key, counter int not null);
            create table if not exists bench_floor_event
              (id bigint generated always as identity primary key, of int not null, at timestamptz not null);
            truncate bench_floor, bench_floor_event;
            insert into bench_floor select key, 0 from generate_series(1, 1000) key;
            """;

    private static final String UPDATE = "update bench_floor set counter = counter + 1 where id = ?";
    private static final String INSERT = "insert into bench_floor_event (of, at) values (?, now())";

    /** Of the PostgreSQL that this Slipway uses. */
    static Floor here() {
        var config = ConfigProvider.getConfig();
        return new Floor(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** Transactions a second, measured for four seconds. */
    double transactionsASecond() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var end = System.nanoTime() + ENOUGH.toNanos();
        var done = IntStream.range(0, CONNECTIONS)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(
                        () -> commitUntil(end), work -> new Thread(work, "floor").start()))
                .toList();
        return done.stream().mapToLong(CompletableFuture::join).sum() / (double) ENOUGH.toSeconds();
    }

    private long commitUntil(long end) {
        try (var connection = connect();
                var update = connection.prepareStatement(UPDATE);
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            long done = 0;
            for (; System.nanoTime() < end; done++) {
                var key = ThreadLocalRandom.current().nextInt(KEYS) + 1;
                change(update, key);
                change(insert, key);
                connection.commit();
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    private static void change(PreparedStatement statement, int key) throws SQLException {
        statement.setInt(1, key);
        statement.executeUpdate();
    }
}
