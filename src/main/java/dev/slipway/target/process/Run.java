package dev.slipway.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The directory of one order to run something, and the processes that came of it. */
final class Run {

    /** The file that says whose turn it is; it is never written again. */
    static final String ORDER = "order";

    private static final String CLAIM = "claim";

    private final Path directory;
    private final Machine machine;

    Run(Path directory, Machine machine) {
        this.directory = directory;
        this.machine = machine;
    }

    Path directory() {
        return directory;
    }

    Log log() {
        return new Log(directory.resolve("output.log"));
    }

    Optional<Claim> claim() {
        return read(CLAIM).map(Claim::of);
    }

    /** When the order had its turn. */
    Instant takenAt() {
        return writtenAt(ORDER);
    }

    /** When what runs was started; for orders with a claim only. */
    Instant startedAt() {
        return writtenAt(CLAIM);
    }

    /** Sees to it that the order never starts anything. Says false where it was started or closed before. */
    boolean close(String why) {
        if (claim().isPresent()) {
            return false;
        }
        try {
            var text = Files.createTempFile(directory, "closing", ".tmp");
            try {
                Files.writeString(text, Claim.text(new Claim.Closed(why)));
                Files.createLink(directory.resolve(CLAIM), text);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The live processes of this run. */
    Set<Long> processes() {
        return processes(machine.processes());
    }

    /** Those of the machine's processes that are of this run. */
    Set<Long> processes(List<Machine.Entry> all) {
        return started().map(started -> started.among(all)).orElse(Set.of());
    }

    boolean isAlive() {
        return !processes().isEmpty();
    }

    /** Asks what runs to end. The launcher kills what doesn't follow. */
    void end() {
        var started = started();
        if (started.isEmpty()) {
            return;
        }
        var processes = started.get().among(machine.processes());
        if (processes.contains(started.get().pid())) {
            ProcessHandle.of(started.get().pid()).ifPresent(ProcessHandle::destroy);
        } else {
            // Someone killed the launcher, so nobody is left to pass the request on.
            processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    /** What the launcher itself had to say; nothing unless it failed. */
    Log launcherLog() {
        return new Log(directory.resolve("launcher.log"));
    }

    OptionalInt exitCode() {
        return read("exit")
                .map(text -> OptionalInt.of(Integer.parseInt(text.strip())))
                .orElse(OptionalInt.empty());
    }

    boolean isMarked(String mark) {
        return Files.exists(directory.resolve(mark));
    }

    void mark(String mark) {
        try {
            Files.writeString(directory.resolve(mark), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Claim.Started> started() {
        return claim().filter(Claim.Started.class::isInstance).map(Claim.Started.class::cast);
    }

    private Instant writtenAt(String file) {
        try {
            return Files.getLastModifiedTime(directory.resolve(file)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(directory.resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
