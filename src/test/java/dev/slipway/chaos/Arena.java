package dev.slipway.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nodes, their database, and what they act on: all of it in one directory, on this machine. */
final class Arena implements AutoCloseable {

    /** The password of the user {@code admin}. */
    static final String PASSWORD = "open-sesame-4711";

    private final Path directory;
    final Postgres postgres;
    final Recorder recorder;
    final Fleet fleet;
    final Client client;
    final Definitions definitions;

    private Arena(Path directory, int nodes, Duration heartbeat, List<String> more) throws IOException {
        this.directory = directory.toAbsolutePath();
        Files.createDirectories(this.directory);
        this.postgres = new Postgres(this.directory.resolve("database"));
        this.recorder = new Recorder();
        this.fleet = new Fleet(IntStream.range(0, nodes)
                .mapToObj(number ->
                        new Node(number, this.directory.resolve("nodes"), postgres, settings(heartbeat, more)))
                .toList());
        this.client = new Client(fleet);
        this.definitions = new Definitions(recorder, journal(), List.of(Node.freePort(), Node.freePort()));
    }

    /**
     * An arena of which only the database runs.
     *
     * @param heartbeat of the nodes
     * @param more settings of the nodes
     */
    static Arena of(Path directory, int nodes, Duration heartbeat, String... more) {
        try {
            return new Arena(directory, nodes, heartbeat, List.of(more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All nodes are on one machine, so all of them may act on the processes of that machine. */
    private List<String> settings(Duration heartbeat, List<String> more) {
        var settings = new ArrayList<String>(more);
        settings.addAll(List.of(
                "-Dslipway.engine.heartbeat=%dms".formatted(heartbeat.toMillis()),
                "-Dslipway.target.process.enabled=true",
                "-Dslipway.target.process.root=" + root(),
                "-Dslipway.target.process.source-root=" + directory.resolve("sources"),
                "-Dslipway.admin.password=" + PASSWORD,
                "-Dslipway.api.bootstrap-token=" + Client.TOKEN,
                "-Dslipway.api.requests-per-minute=1000000",
                "-Dslipway.password.cost=4",
                "-Dquarkus.datasource.jdbc.max-size=24",
                "-Dquarkus.http.auth.session.encryption-key=the same key on all of the nodes"));
        return settings;
    }

    /** The root of the process target. */
    Path root() {
        return directory.resolve("process");
    }

    /** Where builds and services write down that they were started. */
    Path journal() {
        return directory.resolve("journal");
    }

    /** Starts everything, and releases what the others act on. */
    void open() throws IOException, SQLException, InterruptedException {
        writeSources();
        fleet.start();
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into environment (id, project_id, region_id, name, kind, created_at)"
                    + " values (gen_random_uuid(), '0', 'local', '%s', 'process', now())"
                            .formatted(Definitions.ENVIRONMENT));
        }
        var random = new Random(0);
        var opening = client.create(random, definitions.opening());
        client.act(random, opening, "start", Map.of());
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (client.latest(random, opening).path("status").asInt() != 2) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The opening: " + client.latest(random, opening));
            }
            Thread.sleep(200);
        }
    }

    private void writeSources() throws IOException {
        var source = Files.createDirectories(directory.resolve("sources").resolve(Definitions.SOURCE));
        var file = Service.class.getName().replace('.', '/') + ".class";
        try (var compiled = Objects.requireNonNull(Service.class.getResourceAsStream("Service.class"))) {
            Files.createDirectories(source.resolve(file).getParent());
            Files.copy(compiled, source.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                source.resolve("build.sh"),
                """
                echo "build $(dirname "$TMPDIR") $SLIPWAY_VERSION $(date -u +%FT%TZ)" >>"$1"
                mkdir out && cp -r dev out
                """);
    }

    @Override
    public void close() throws IOException {
        fleet.close();
        recorder.close();
        postgres.close();
        for (var claim : claims()) {
            var words = Files.readString(claim).split(" ", -1);
            if (words[0].equals("run")) {
                ProcessHandle.of(Long.parseLong(words[1])).ifPresent(Arena::killTree);
            }
        }
    }

    private List<Path> claims() throws IOException {
        if (!Files.exists(root())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.endsWith("claim")).toList();
        }
    }

    /** Only what is ours: the number may have gone to somebody else since. */
    private static void killTree(ProcessHandle leader) {
        if (leader.info().command().filter(command -> command.endsWith("sh")).isPresent()) {
            var all = new ArrayList<>(leader.descendants().toList());
            all.add(leader);
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
