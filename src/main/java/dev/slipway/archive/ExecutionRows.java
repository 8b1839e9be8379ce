package dev.slipway.archive;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.jpa.HibernateHints;

/** The rows of executions as JSON objects. All of it happens in the transaction of the caller. */
final class ExecutionRows {

    private static final int BATCH = 500;

    private static final String OF_STEPS = "step_run_id in (select id from step_run where execution_id = ?1)";

    private final EntityManager database;

    ExecutionRows(EntityManager database) {
        this.database = database;
    }

    // The first two stay in the database; they are in the file for whoever reads it by other means.
    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("execution", "id = ?1");
        tables.put("phase_run", "execution_id = ?1 order by phase_index");
        tables.put("step_run", "execution_id = ?1 order by id");
        tables.put("step_attempt", OF_STEPS + " order by step_run_id, attempt");
        tables.put("decision", OF_STEPS + " order by id");
        tables.put("step_log", OF_STEPS + " order by step_run_id, attempt, line_no");
        return tables;
    }

    /** Gives all rows of an execution, one after the other: a long log is not held in memory. */
    void writeTo(ArchiveFile.Rows rows, long execution) throws IOException {
        for (var table : tables().entrySet()) {
            var select =
                    "select cast(to_jsonb(t) as text) from %s t where %s".formatted(table.getKey(), table.getValue());
            try (var found = database.createNativeQuery(select, String.class)
                    .setParameter(1, execution)
                    .setHint(HibernateHints.HINT_FETCH_SIZE, BATCH)
                    .getResultStream()) {
                for (var each = found.iterator(); each.hasNext(); ) {
                    rows.next(table.getKey(), String.valueOf(each.next()));
                }
            }
        }
    }
}
