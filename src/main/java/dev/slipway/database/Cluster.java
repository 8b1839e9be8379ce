package dev.slipway.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The files of one PostgreSQL server, which can be created, started and stopped. */
record Cluster(Path path, Programs programs) {

    // Of a server that was killed, the last processes may still be going.
    private static final String OLD_SERVER_IS_GOING = "pre-existing shared memory block";
    private static final String PORT_WAS_TAKEN_MEANWHILE = "could not create any TCP/IP sockets";
    private static final int TRIES = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Creates aside and renames, so that a crash leaves a whole cluster or none. */
    void create(String password, Durability durability) throws IOException {
        var draft = path.resolveSibling(path.getFileName() + ".new");
        Archive.delete(draft);
        must(programs.run("", "initdb", initdb(draft, durability)), "create its files");
        // The superuser has no way in; Slipway itself is an ordinary owner of its one database.
        Files.writeString(draft.resolve("pg_hba.conf"), "host slipway slipway 127.0.0.1/32 scram-sha-256\n");
        var statements = "create role slipway login password '%s'\ncreate database slipway owner slipway\n";
        must(
                programs.run(
                        statements.formatted(password),
                        "postgres",
                        "--single",
                        "-D",
                        draft.toString(),
                        "-c",
                        "exit_on_error=on",
                        "postgres"),
                "create its database");
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on a free port of the loopback interface and gives the port. */
    int start() throws IOException {
        new Postmaster(path).forgetIfWrong();
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            var log = freshLog();
            var outcome = pgCtl("start", "--log=" + log, "--timeout=600", "--options=-p " + port);
            if (outcome.succeeded()) {
                return port;
            }
            var complaint = complaint(log, outcome);
            if (attempt == TRIES
                    || !(complaint.contains(OLD_SERVER_IS_GOING) || complaint.contains(PORT_WAS_TAKEN_MEANWHILE))) {
                throw new CannotStart("PostgreSQL did not start, see %s: %s".formatted(log, complaint));
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** Stops the server if it runs, also one that an earlier Slipway left behind. */
    void stop() throws IOException {
        if (new Postmaster(path).running().isEmpty()) {
            return;
        }
        if (!pgCtl("stop", "--mode=fast", "--timeout=30").succeeded()) {
            must(pgCtl("stop", "--mode=immediate", "--timeout=30"), "stop");
        }
    }

    private Programs.Outcome pgCtl(String action, String... options) {
        var arguments = Stream.concat(Stream.of(action, "--wait", "--pgdata=" + path), Stream.of(options));
        return programs.run("", "pg_ctl", arguments.toArray(String[]::new));
    }

    private static String[] initdb(Path draft, Durability durability) {
        var options = new ArrayList<>(List.of(
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                // The same order of texts on every machine.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--set=listen_addresses=127.0.0.1",
                "--set=unix_socket_directories=",
                "--set=timezone=UTC",
                "--set=log_checkpoints=off"));
        options.addAll(durability.options());
        return options.toArray(String[]::new);
    }

    private Path freshLog() throws IOException {
        var log = path.resolveSibling("postgresql.log");
        if (Files.exists(log)) {
            Files.move(log, path.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String complaint(Path log, Programs.Outcome outcome) throws IOException {
        var lines = Files.exists(log)
                ? Files.readAllLines(log).stream()
                : outcome.output().lines();
        return lines.filter(line -> line.contains("FATAL:"))
                .reduce((earlier, later) -> later)
                .orElse(outcome.output().strip());
    }

    private static void must(Programs.Outcome outcome, String what) {
        if (!outcome.succeeded()) {
            throw new CannotStart("PostgreSQL cannot %s: %s"
                    .formatted(what, outcome.output().strip().replaceAll("\\s+", " ")));
        }
    }
}
