package dev.slipway.testing;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Status;
import dev.slipway.execution.StepRun;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the database holds at this moment, read in a transaction of its own. */
public final class Rows {

    private Rows() {}

    /** An execution as it is now. */
    public static Execution execution(long id) {
        return QuarkusTransaction.requiringNew().call(() -> Execution.byId(id));
    }

    /** The status of an execution. */
    public static Status status(long execution) {
        return execution(execution).status();
    }

    /** A task of an execution as it is now. */
    public static StepRun step(long execution, String name) {
        return QuarkusTransaction.requiringNew().call(() -> StepRun.byName(Execution.byId(execution), name));
    }

    /** The status of a task. */
    public static Status status(long execution, String step) {
        return step(execution, step).status();
    }

    /** Where all tasks of an execution stand, by name. */
    public static Map<String, Status> statuses(long execution) {
        return QuarkusTransaction.requiringNew().call(() -> Execution.byId(execution).steps().stream()
                .collect(Collectors.toMap(StepRun::name, StepRun::status)));
    }

    /** How many jobs are waiting or running. */
    public static long jobs() {
        return number("select count(*) from scheduled_tasks");
    }

    /** How many jobs keep a thread busy. */
    public static long busyJobs() {
        return number("select count(*) from scheduled_tasks where picked");
    }

    /** How many audit events of a kind there are. */
    public static long audited(String kind) {
        return number("select count(*) from audit_event where kind = ?1", kind);
    }

    /** The one number that a query gives. */
    public static long number(String sql, Object... parameters) {
        return ((Number) values(sql, parameters).get(0)).longValue();
    }

    /** The values of a query with one column. */
    public static List<?> values(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(sql, parameters).getResultList());
    }

    /** Changes rows as no code of ours would, and says how many. */
    public static int change(String sql, @Nullable Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(sql, parameters).executeUpdate());
    }

    private static jakarta.persistence.Query query(String sql, @Nullable Object... parameters) {
        var query = Arc.container().instance(EntityManager.class).get().createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query;
    }
}
