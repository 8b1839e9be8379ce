package dev.slipway.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Writes what an execution did to its file, and brings it back. */
@ApplicationScoped
public class Archive {

    private static final String LOCK =
            """
            select release_task_id, no, archived_at is not null as archived, emptied from execution
            where id = ?1 for update
            """;

    private static final String WRITTEN = "update execution set archived_at = ?2, emptied = false where id = ?1";

    private static final String BROUGHT_BACK =
            "update execution set archived_at = null, emptied = false, brought_back_at = ?2 where id = ?1";

    private final EntityManager database;
    private final ArchiveConfig config;
    private final Clock clock;

    Archive(EntityManager database, ArchiveConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Writes the file of an execution that has ended, unless it is written. Its rows stay. */
    @Transactional
    void write(long execution, Path directory) {
        locked(execution).filter(row -> !row.get("archived", Boolean.class)).ifPresent(row -> {
            try {
                file(row, directory).write(rows -> new ExecutionRows(database).writeTo(rows, execution));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            record(WRITTEN, execution);
        });
    }

    /**
     * Sees to it that what an execution did is in the database, where it stays for a day at least.
     *
     * @throws dev.slipway.project.Conflict if its file can't be read
     */
    @Transactional
    public void bringBack(long execution) {
        locked(execution).filter(row -> row.get("archived", Boolean.class)).ifPresent(row -> {
            if (row.get("emptied", Boolean.class)) {
                var rows = new ReturningRows(database);
                file(row, config.directory().orElse(Path.of(""))).read(rows);
                rows.finish();
            }
            record(BROUGHT_BACK, execution);
        });
    }

    private Optional<Tuple> locked(long execution) {
        return database.unwrap(Session.class)
                .createNativeQuery(LOCK, Tuple.class)
                .setParameter(1, execution)
                .getResultStream()
                .findFirst();
    }

    private static ArchiveFile file(Tuple row, Path directory) {
        return ArchiveFile.of(
                directory,
                row.get("release_task_id", UUID.class),
                row.get("no", Number.class).intValue());
    }

    private void record(String what, long execution) {
        database.createNativeQuery(what)
                .setParameter(1, execution)
                .setParameter(2, clock.instant())
                .executeUpdate();
    }
}
