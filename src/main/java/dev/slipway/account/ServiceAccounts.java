package dev.slipway.account;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.identity.User;
import dev.slipway.identity.Users;
import dev.slipway.membership.Members;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Details;
import dev.slipway.project.Membership;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.project.Stored;
import dev.slipway.project.UnknownRecord;
import dev.slipway.token.TokenOwner;
import dev.slipway.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one door through which service accounts are made, given tokens, and deleted. */
@ApplicationScoped
public class ServiceAccounts {

    /** How many a project may have: enough for every program, too few to lose sight of. */
    static final int MOST = 100;

    private static final String OF_PROJECT =
            """
            select a.userId, u.username, a.description, a.createdAt, a.createdBy
            from ServiceAccount a join User u on u.id = a.userId
            where a.projectId = ?1 and (?2 = '' or u.username = ?2) order by u.username
            """;

    private final EntityManager database;
    private final Users users;
    private final Members members;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final Clock clock;

    ServiceAccounts(
            EntityManager database, Users users, Members members, Tokens tokens, AuditTrail audit, Clock clock) {
        this.database = database;
        this.users = users;
        this.members = members;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of them, as its project sees it. */
    record Row(long userId, String username, String description, Instant createdAt, String createdBy) {}

    /**
     * Those of a project, by name.
     *
     * @throws dev.slipway.project.Forbidden if the actor does not administer the project
     */
    @Transactional
    List<Row> of(Actor actor, String projectId) {
        permit(actor, projectId);
        return rows(projectId, "");
    }

    /**
     * One of them.
     *
     * @throws UnknownRecord if the project has no such account
     * @throws dev.slipway.project.Forbidden if the actor does not administer the project
     */
    @Transactional
    Row one(Actor actor, String projectId, String username) {
        permit(actor, projectId);
        return rows(projectId, username).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownRecord("service account", username));
    }

    private List<Row> rows(String projectId, String username) {
        return database.createQuery(OF_PROJECT, Row.class)
                .setParameter(1, projectId)
                .setParameter(2, username.replace("\0", ""))
                .getResultList();
    }

    /**
     * Creates one with roles in the project.
     *
     * @param wanted its name, in small letters from now on, which no user may have, and what it is for
     * @return its user name
     * @throws dev.slipway.project.Rejected if the name is wrong or taken, or there is no role
     * @throws Conflict if the project has as many as it may have
     * @throws dev.slipway.project.Forbidden if the actor does not administer the project
     */
    @Transactional
    public String create(Actor actor, String projectId, Details wanted, Set<Role> roles) {
        permit(actor, projectId);
        wanted.check();
        if (ServiceAccount.count("projectId", projectId) >= MOST) {
            throw new Conflict(
                    "The project has %d service accounts, and more are not allowed. Delete one that is not needed."
                            .formatted(MOST));
        }
        var user = users.createMachine(wanted.name(), wanted.name());
        Stored.now(user.username());
        new ServiceAccount(user.id(), projectId, wanted.description(), clock.instant(), actor.displayName()).persist();
        record(actor, projectId, "service_account_created", user.username());
        members.assign(actor, projectId, user.username(), roles);
        return user.username();
    }

    /**
     * Deletes one: its tokens are refused from now on, and it has no roles in any project any more. Nobody else ever
     * gets its name.
     *
     * @throws UnknownRecord if the project has no such account
     * @throws dev.slipway.project.Forbidden if the actor does not administer the project
     */
    @Transactional
    public void delete(Actor actor, String projectId, String username) {
        var row = one(actor, projectId, username);
        var user = User.<User>findById(row.userId());
        user.disable();
        tokens.revokeAll(actor, holder(projectId, row));
        Membership.revoke(user.id());
        ServiceAccount.deleteById(user.id());
        record(actor, projectId, "service_account_deleted", username);
    }

    /**
     * Whose tokens its administrators make and revoke.
     *
     * @throws UnknownRecord if the project has no such account
     * @throws dev.slipway.project.Forbidden if the actor does not administer the project
     */
    @Transactional
    public TokenOwner owner(Actor actor, String projectId, String username) {
        return holder(projectId, one(actor, projectId, username));
    }

    private static TokenOwner holder(String projectId, Row row) {
        return new TokenOwner(row.userId(), row.username(), projectId);
    }

    private static void permit(Actor actor, String projectId) {
        Project.seenBy(actor, projectId);
        actor.require(projectId, Permission.ADMINISTER);
    }

    private void record(Actor actor, String projectId, String kind, String username) {
        audit.record(
                actor.username(), projectId, kind, new AuditSubject("service_account", username, username), Map.of());
    }
}
