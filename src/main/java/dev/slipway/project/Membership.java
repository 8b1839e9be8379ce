package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

/** One role of one user in one project. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
public class Membership extends PanacheEntityBase {

    @Id
    @Column(name = "user_id")
    long userId;

    @Id
    @Column(name = "project_id")
    String projectId;

    @Id
    @Enumerated(EnumType.STRING)
    Role role;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Membership() {}

    private Membership(Key key) {
        this.userId = key.userId;
        this.projectId = key.projectId;
        this.role = key.role;
    }

    /** Gives the user the role in the project; does nothing where the user has it already. */
    public static void grant(long userId, String projectId, Role role) {
        var key = new Key(userId, projectId, role);
        if (findById(key) == null) {
            new Membership(key).persist();
        }
    }

    /** The roles of a user in a project; none for who is no member. */
    public static Set<Role> rolesOf(long userId, String projectId) {
        return Membership.<Membership>find("userId = ?1 and projectId = ?2", userId, projectId).stream()
                .map(Membership::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes all roles in the project away from the user. */
    public static void revoke(long userId, String projectId) {
        Membership.<Membership>find("userId = ?1 and projectId = ?2", userId, projectId).stream()
                .forEach(Membership::delete);
        getEntityManager().flush();
    }

    /** Takes all roles in all projects away from the user. */
    public static void revoke(long userId) {
        Membership.delete("userId", userId);
    }

    public String projectId() {
        return projectId;
    }

    public Role role() {
        return role;
    }

    /** What identifies a membership. */
    record Key(long userId, String projectId, Role role) implements Serializable {}
}
