package dev.slipway.catalog;

import dev.slipway.audit.AuditSubject;
import dev.slipway.project.Details;
import dev.slipway.project.Outdated;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An application, a component or an environment: what people may create, edit and delete by hand. */
@MappedSuperclass
public abstract class Part extends PanacheEntityBase {

    @Id
    UUID id;

    String name;
    String description;

    /** Counts what people have saved of it; see {@link #edit}. */
    int edition;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected Part() {}

    /** A new one, with an id of its own. */
    Part(Details details, Instant at) {
        this.id = UUID.randomUUID();
        this.name = details.name();
        this.description = details.description();
        this.createdAt = at;
    }

    abstract PartKind partKind();

    /** The project that it belongs to. */
    abstract String projectId();

    /** How release tasks name it. */
    abstract Usage.Address namedAs();

    /** What of the catalog keeps it from being deleted, in an order that people can read. */
    abstract List<Use> contents();

    /** How many records that nobody can bring back go with it. */
    abstract long records();

    /** Deletes those records that the database would not delete with it. */
    void clear() {
        // Most have none.
    }

    /**
     * Takes what somebody has typed.
     *
     * @param known the edition that was on the screen
     * @throws Outdated if somebody else has saved since
     */
    void edit(Details details, int known) {
        if (known != edition) {
            throw new Outdated(details(), edition);
        }
        name = details.name();
        description = details.description();
        edition++;
    }

    /** Where it is shown. */
    String path() {
        return "%s/%s".formatted(partKind().path(), id);
    }

    AuditSubject auditSubject() {
        return new AuditSubject(partKind().word(), id.toString(), name);
    }

    Details details() {
        return new Details(name, description);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public int edition() {
        return edition;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
