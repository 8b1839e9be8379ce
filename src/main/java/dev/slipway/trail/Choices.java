package dev.slipway.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** What the filters of the trail offer: what there is in it. */
@ApplicationScoped
class Choices {

    // Nobody reads a longer list; who is not in it is typed.
    private static final int LIMIT = 200;

    /** Goes from one value to the next along an index, instead of reading every event. */
    private static final String DISTINCT =
            """
            with recursive choice(value) as (
              (select %1$s from audit_event where %2$s order by %1$s limit 1)
              union all
              select (select %1$s from audit_event where %2$s and %1$s > choice.value order by %1$s limit 1)
              from choice where choice.value is not null)
            select value from choice where value is not null limit %3$d
            """;

    private final EntityManager database;
    private final TimeLimit limit;

    Choices(EntityManager database, TimeLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /** What the trail of a scope has: user names, types of objects, and kinds of events. */
    record Offer(List<String> people, List<String> types, List<String> actions) {

        static final Offer NOTHING = new Offer(List.of(), List.of(), List.of());

        /** The same with what a filter already says, which must not be lost from its list. */
        Offer including(TrailFilter filter) {
            return new Offer(people, with(types, filter.type()), with(actions, filter.action()));
        }

        private static List<String> with(List<String> values, String chosen) {
            return chosen.isEmpty() || values.contains(chosen)
                    ? values
                    : Stream.concat(values.stream(), Stream.of(chosen)).toList();
        }
    }

    Offer of(Trail.Scope scope) {
        return limit.on(
                () -> new Offer(distinct(scope, "actor"), distinct(scope, "object_type"), distinct(scope, "kind")));
    }

    private List<String> distinct(Trail.Scope scope, String column) {
        var project = scope.projectId();
        var where = project == null ? "project_id is null" : "project_id = :project";
        var query = database.createNativeQuery(DISTINCT.formatted(column, where, LIMIT), String.class);
        if (project != null) {
            query.setParameter("project", project);
        }
        @SuppressWarnings("unchecked")
        List<String> values = query.getResultList();
        return values;
    }
}
