package dev.slipway.release;

import dev.slipway.execution.PhaseRun;
import dev.slipway.execution.Status;
import dev.slipway.identity.IdentityConfig;
import dev.slipway.identity.Place;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the release tasks of a place, a page at a time. */
@ApplicationScoped
class ReleaseList {

    static final int PAGE_SIZE = 20;

    private static final String SELECT = "select new dev.slipway.release.FoundRelease(release.id, release.name,"
            + " release.description, release.createdBy, release.createdAt, release.lastExecutedAt,"
            + " release.latestExecutionId, release.executions, execution.status, execution.remark)"
            + " from ReleaseTask release left join Execution execution on execution.id = release.latestExecutionId"
            + " where release.projectId = :project and release.regionId = :region";

    private final EntityManager database;
    private final IdentityConfig config;

    ReleaseList(EntityManager database, IdentityConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * The page that a query asks for.
     *
     * @throws UnknownRecord if the actor is no member of the project
     */
    @Transactional
    public ReleasesPage page(Actor actor, Place place, ReleaseQuery query) {
        if (!actor.isMemberOf(place.projectId())) {
            throw new UnknownRecord("project", place.projectId());
        }
        var found = find(place, query);
        var more = found.size() > PAGE_SIZE;
        if (query.cursor() != null && (found.isEmpty() || (query.backwards() && !more))) {
            // The list has changed since the address was made: a page of its own beats a rest or nothing.
            return page(actor, place, query.from(null));
        }
        var shown = new ArrayList<>(more ? found.subList(0, PAGE_SIZE) : found);
        if (query.backwards()) {
            Collections.reverse(shown);
        }
        return new ReleasesPage(
                place.projectId(),
                query,
                rows(shown, actor.permissions(place.projectId())),
                paging(query, shown, more),
                actor.may(place.projectId(), Permission.EDIT),
                config.isDemo() && actor.may(place.projectId(), Permission.ADMINISTER));
    }

    private List<FoundRelease> find(Place place, ReleaseQuery query) {
        var hql = SELECT
                + (query.name().isEmpty() ? "" : " and release.name ilike :name escape '\\'")
                + status(query.status())
                + query.findCursor()
                        .map(row -> " and " + query.walk().behind(row.key() != null))
                        .orElse("")
                + " order by "
                + query.walk().clause();
        var sql = database.createQuery(hql, FoundRelease.class)
                .setParameter("project", place.projectId())
                .setParameter("region", place.region())
                .setMaxResults(PAGE_SIZE + 1);
        bind(sql, query);
        return sql.getResultList();
    }

    private static String status(@Nullable Status status) {
        if (status == null) {
            return "";
        }
        return status == Status.NOT_EXECUTED
                ? " and release.latestExecutionId is null"
                : " and execution.status = :status";
    }

    private static void bind(TypedQuery<FoundRelease> sql, ReleaseQuery query) {
        if (!query.name().isEmpty()) {
            sql.setParameter("name", "%" + query.name().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (query.status() != null && query.status() != Status.NOT_EXECUTED) {
            sql.setParameter("status", query.status());
        }
        query.findCursor().ifPresent(row -> {
            sql.setParameter("id", row.id());
            if (row.key() != null) {
                sql.setParameter("key", row.key());
            }
        });
    }

    private static List<ReleaseRow> rows(List<FoundRelease> found, Set<Permission> permissions) {
        var executions = found.stream()
                .map(FoundRelease::executionId)
                .filter(Objects::nonNull)
                .toList();
        var strips = PhaseMark.strips(PhaseRun.ofExecutions(executions));
        return found.stream()
                .map(release -> ReleaseRow.of(release, strips, permissions))
                .toList();
    }

    private static Paging paging(ReleaseQuery query, List<FoundRelease> shown, boolean more) {
        if (shown.isEmpty()) {
            return new Paging(null, null);
        }
        var order = query.order();
        var previous = query.from(Cursor.at(order, true, shown.get(0)));
        var next = query.from(Cursor.at(order, false, shown.get(shown.size() - 1)));
        return new Paging(
                query.cursor() == null ? null : previous.url(), more || query.backwards() ? next.url() : null);
    }
}
