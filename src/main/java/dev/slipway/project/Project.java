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

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }
}
