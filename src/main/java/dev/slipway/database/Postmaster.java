package dev.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The note a PostgreSQL server leaves in its files about the process it is, which outlives the process after a crash. */
record Postmaster(Path cluster) {

    /** Gives the server that runs on these files, if one does. */
    Optional<ProcessHandle> running() throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(this::isServer);
    }

    /** Forgets a note that PostgreSQL would trip over: an unreadable one, or one whose process is now something else. */
    void forgetIfWrong() throws IOException {
        var pid = pid();
        if (pid.isEmpty()
                || pid.flatMap(ProcessHandle::of)
                        .filter(process -> !isServer(process))
                        .isPresent()) {
            Files.deleteIfExists(note());
        }
    }

    private boolean isServer(ProcessHandle process) {
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        var arguments = process.info().arguments().map(List::of);
        return program.filter(name -> name.toString().startsWith("postgres")).isPresent()
                && arguments.map(all -> all.contains(cluster.toString())).orElse(true);
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(note())) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(note()).stream().findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (NumberFormatException cutShort) {
            return Optional.empty();
        }
    }

    private Path note() {
        return cluster.resolve("postmaster.pid");
    }
}
