package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An enterprise project: the owner of release tasks, applications and environments. */
@Entity
@Table(name = "project")
public class Project extends PanacheEntityBase {

    /** The project that is always there, as in ServiceStage. */
    public static final String DEFAULT_ID = "0";

    @Id
    String id;

    String name;

    String description = "";

    /** Counts what people have saved of it; see {@link #edit}. */
    int edition;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Project() {}

    /** A new project, not yet stored. */
    public Project(String id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }

    /**
     * The project with this id.
     *
     * @throws UnknownRecord where there is none
     */
    public static Project byId(String id) {
        return Project.<Project>findByIdOptional(id).orElseThrow(() -> new UnknownRecord("project", id));
    }

    /**
     * The project with this id.
     *
     * @throws UnknownRecord where there is none, or it is none of the actor's business
     */
    public static Project seenBy(Actor actor, String id) {
        if (!actor.isMemberOf(id)) {
            throw new UnknownRecord("project", id);
        }
        return byId(id);
    }

    /** Gives a new project the description that goes with its name. */
    public Project describedAs(String text) {
        description = text;
        return this;
    }

    /**
     * Takes what somebody has typed.
     *
     * @param known the edition that was on the screen
     * @throws Outdated if somebody else has saved since
     */
    public void edit(Details details, int known) {
        if (known != edition) {
            throw new Outdated(details(), edition);
        }
        name = details.name();
        description = details.description();
        edition++;
    }

    /** Whether it is the one that is always there. */
    public boolean isDefault() {
        return id.equals(DEFAULT_ID);
    }

    public Details details() {
        return new Details(name, description);
    }

    public String id() {
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
}
