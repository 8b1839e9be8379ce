package dev.slipway.api;

import dev.slipway.execution.Status;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the release tasks of a place, the newest first. */
@ApplicationScoped
class PipelineList {

    private static final String FROM = " from ReleaseTask release"
            + " left join Execution execution on execution.id = release.latestExecutionId"
            + " where release.projectId = :project and release.regionId = :region";

    private static final String SELECT = "select new dev.slipway.api.PipelineRow$Found(release.id, release.projectId,"
            + " release.regionId, release.name, release.description, release.createdAt, release.updatedAt,"
            + " release.createdBy, release.lastExecutedAt, release.revision, execution.status)"
            + FROM;

    private static final String ORDER = " order by release.createdAt desc, release.id";

    private final EntityManager database;

    PipelineList(EntityManager database) {
        this.database = database;
    }

    /**
     * What to look for.
     *
     * @param name a part of the name; empty: any
     * @param status null: any
     */
    record Search(String name, @Nullable Status status) {

        private String conditions() {
            return (name.isEmpty() ? "" : " and release.name ilike :name escape '\\'") + ofStatus();
        }

        private String ofStatus() {
            if (status == null) {
                return "";
            }
            return status == Status.NOT_EXECUTED
                    ? " and release.latestExecutionId is null"
                    : " and execution.status = :status";
        }
    }

    List<PipelineRow> find(ReleaseTask.Home home, Search search, Slice slice) {
        return bind(database.createQuery(SELECT + search.conditions() + ORDER, PipelineRow.Found.class), home, search)
                .setFirstResult(slice.offset())
                .setMaxResults(slice.limit())
                .getResultStream()
                .map(PipelineRow.Found::row)
                .toList();
    }

    long count(ReleaseTask.Home home, Search search) {
        return bind(database.createQuery("select count(*)" + FROM + search.conditions(), Long.class), home, search)
                .getSingleResult();
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, ReleaseTask.Home home, Search search) {
        query.setParameter("project", home.projectId()).setParameter("region", home.regionId());
        if (!search.name().isEmpty()) {
            query.setParameter("name", "%" + search.name().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (search.status() != null && search.status() != Status.NOT_EXECUTED) {
            query.setParameter("status", search.status());
        }
        return query;
    }
}
