package dev.slipway.membership;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.identity.User;
import dev.slipway.project.Actor;
import dev.slipway.project.Locked;
import dev.slipway.project.Membership;
import dev.slipway.project.Permission;
import dev.slipway.project.Problem;
import dev.slipway.project.Project;
import dev.slipway.project.Rejected;
import dev.slipway.project.Role;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The door through which people come into projects, change their roles there, and leave. */
@ApplicationScoped
public class Members {

    private static final String MEMBERS =
            """
            select u.username, u.displayName, m.role from Membership m join User u on u.id = m.userId
            where m.projectId = ?1 order by u.username
            """;

    private static final String OTHER_ADMINS =
            """
            select count(m) from Membership m join User u on u.id = m.userId
            where m.projectId = ?1 and m.role = ADMIN and u.enabled and u.passwordHash is not null and u.id <> ?2
            """;

    private final EntityManager database;
    private final AuditTrail audit;

    Members(EntityManager database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Who is in the project, by user name, with one row for each role. */
    @Transactional
    List<Row> of(String projectId) {
        return database.createQuery(MEMBERS, Row.class)
                .setParameter(1, projectId)
                .getResultList();
    }

    /** One role of one member. */
    record Row(String username, String displayName, Role role) {}

    /**
     * Gives a user these roles and no others, from the user's next request on. Who is no member becomes one.
     *
     * @throws Rejected if there is no such user, or no role, or the project would be left without an admin
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public void assign(Actor actor, String projectId, String username, Set<Role> roles) {
        var project = changeableBy(actor, projectId);
        var user = User.findByName(username.replace("\0", ""))
                .orElseThrow(() -> rejected("username", Problem.Reason.USER_UNKNOWN, username.strip()));
        if (roles.isEmpty()) {
            throw rejected(ProjectPage.MemberForm.FIRST_ROLE, Problem.Reason.ROLE_MISSING, "");
        }
        change(actor, project, user, roles);
    }

    /**
     * Takes all roles away from a member, from their next request on.
     *
     * @throws Rejected if the project would be left without an admin
     * @throws UnknownRecord if the project has no such member
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public void remove(Actor actor, String projectId, String username) {
        var project = changeableBy(actor, projectId);
        var user = User.findByName(username.replace("\0", ""))
                .filter(known -> !Membership.rolesOf(known.id(), projectId).isEmpty())
                .orElseThrow(() -> new UnknownRecord("member", username));
        change(actor, project, user, Set.of());
    }

    private void change(Actor actor, Project project, User user, Set<Role> roles) {
        var before = Membership.rolesOf(user.id(), project.id());
        if (before.contains(Role.ADMIN) && !roles.contains(Role.ADMIN) && !hasOtherAdmin(project, user)) {
            throw rejected(ProjectPage.MemberForm.FIRST_ROLE, Problem.Reason.LAST_ADMIN, "");
        }
        Membership.revoke(user.id(), project.id());
        roles.forEach(role -> Membership.grant(user.id(), project.id(), role));
        audit.record(
                actor.username(),
                project.id(),
                "member_changed",
                new AuditSubject("project", project.id(), project.name()),
                Map.of("user", user.username(), "roles", Change.of(words(before), words(roles))));
    }

    private boolean hasOtherAdmin(Project project, User user) {
        return database.createQuery(OTHER_ADMINS, Long.class)
                        .setParameter(1, project.id())
                        .setParameter(2, user.id())
                        .getSingleResult()
                > 0;
    }

    /** Locked, so that two admins who remove each other come one after the other. */
    private static Project changeableBy(Actor actor, String id) {
        var project = Project.seenBy(actor, id);
        actor.require(id, Permission.ADMINISTER);
        return Locked.fresh(project);
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).toList();
    }

    private static Rejected rejected(String field, Problem.Reason reason, String detail) {
        return new Rejected(new Problem(field, reason, detail));
    }

    /** The roles of this many words that there are; others are ignored. */
    public static Set<Role> roles(List<String> words) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (words.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
