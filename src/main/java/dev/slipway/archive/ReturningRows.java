package dev.slipway.archive;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Inserts rows that were archived, many at a time, in the transaction of the caller. {@link #finish} is the last call. */
final class ReturningRows implements ArchiveFile.Rows {

    private static final Set<String> TABLES = Set.of("step_run", "step_attempt", "decision", "step_log");
    private static final int BATCH = 500;

    private static final String COLUMNS =
            """
            select string_agg(quote_ident(column_name), ', ') from information_schema.columns
            where table_schema = current_schema() and table_name = ?1
              and column_name in (select json_object_keys(cast(?2 as json)))
            """;

    // Columns that are newer than the file get their defaults, and those that have gone since are left out.
    private static final String INSERT =
            """
            insert into %1$s (%2$s)
            select %2$s from unnest(cast(?1 as text[])) as line, jsonb_populate_record(cast(null as %1$s), cast(line as jsonb))
            """;

    private final EntityManager database;
    private final List<String> waiting = new ArrayList<>();
    private String table = "";
    private String insert = "";

    ReturningRows(EntityManager database) {
        this.database = database;
    }

    @Override
    public void next(String table, String row) {
        if (!TABLES.contains(table)) {
            return;
        }
        if (!table.equals(this.table)) {
            finish();
            this.table = table;
            insert = INSERT.formatted(table, columns(row));
        }
        waiting.add(row);
        if (waiting.size() == BATCH) {
            finish();
        }
    }

    /** Inserts what is still waiting. */
    void finish() {
        if (!waiting.isEmpty()) {
            database.createNativeQuery(insert)
                    .setParameter(1, waiting.toArray(String[]::new))
                    .executeUpdate();
            waiting.clear();
        }
    }

    private Object columns(String row) {
        return database.createNativeQuery(COLUMNS)
                .setParameter(1, table)
                .setParameter(2, row)
                .getSingleResult();
    }
}
