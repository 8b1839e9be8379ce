package dev.slipway.trail;

import dev.slipway.audit.AuditEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The conditions of one look into the trail; texts of users are parameters only. */
final class TrailWhere {

    private final StringBuilder hql = new StringBuilder("select event from AuditEvent event where ");
    private final Map<String, Object> parameters = new HashMap<>();

    private TrailWhere(Trail.Scope scope) {
        if (scope.projectId() == null) {
            hql.append("event.projectId is null");
        } else {
            hql.append("event.projectId = :project");
            parameters.put("project", scope.projectId());
        }
    }

    static TrailWhere ofObject(Trail.Scope scope, String type, String id) {
        return new TrailWhere(scope)
                .and("event.objectType = :type", "type", type)
                .and("event.objectId = :id", "id", id);
    }

    static TrailWhere of(Trail.Scope scope, TrailFilter filter, boolean isObject) {
        var where = isObject ? ofObject(scope, filter.type(), filter.object()) : named(scope, filter);
        where.andText("event.actor = :actor", "actor", filter.person());
        where.andText("event.kind = :kind", "kind", filter.action());
        filter.findFrom().ifPresent(from -> where.and("event.at >= :from", "from", from.start()));
        filter.findTo().ifPresent(to -> where.and("event.at < :to", "to", to.end()));
        return where;
    }

    private static TrailWhere named(Trail.Scope scope, TrailFilter filter) {
        var part = filter.object().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return new TrailWhere(scope)
                .andText("event.objectType = :type", "type", filter.type())
                .andText(
                        "lower(event.objectName) like :name escape '\\'",
                        "name",
                        part.isEmpty() ? "" : "%" + part + "%");
    }

    /** Goes on behind an event, or before it. */
    TrailWhere from(TrailCursor cursor) {
        parameters.put("id", cursor.id());
        return and(
                "(event.at, event.id) %s (:at, :id)".formatted(cursor.towardsNewer() ? ">" : "<"), "at", cursor.at());
    }

    private TrailWhere andText(String condition, String name, String value) {
        return value.isEmpty() ? this : and(condition, name, value);
    }

    private TrailWhere and(String condition, String name, Object value) {
        hql.append(" and ").append(condition);
        parameters.put(name, value);
        return this;
    }

    TypedQuery<AuditEvent> query(EntityManager database, boolean oldestFirst) {
        var order = oldestFirst ? " order by event.at, event.id" : " order by event.at desc, event.id desc";
        var query = database.createQuery(hql + order, AuditEvent.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
