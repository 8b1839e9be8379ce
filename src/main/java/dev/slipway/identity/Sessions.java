package dev.slipway.identity;

import dev.slipway.project.Actor;
import dev.slipway.project.Membership;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads who a user is and what they may do, as of now. */
@ApplicationScoped
class Sessions {

    private static final String USER_AND_ROLES =
            """
            select u, m, p from User u
            left join Membership m on m.userId = u.id
            left join Project p on p.id = m.projectId
            where u.username = ?1 and u.enabled
            order by p.name
            """;

    private final EntityManager database;

    Sessions(EntityManager database) {
        this.database = database;
    }

    /** The enabled user with this name; one query, because every request asks it. */
    @Transactional
    Optional<Session> find(String username) {
        var rows = database.createQuery(USER_AND_ROLES, Object[].class)
                .setParameter(1, username)
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(session(rows));
    }

    private static Session session(List<Object[]> rows) {
        var user = (User) rows.get(0)[0];
        Map<String, Set<Role>> roles = new TreeMap<>();
        Set<ProjectChoice> projects = new LinkedHashSet<>();
        for (var row : rows) {
            if (row[1] instanceof Membership membership && row[2] instanceof Project project) {
                roles.computeIfAbsent(project.id(), id -> EnumSet.noneOf(Role.class))
                        .add(membership.role());
                projects.add(new ProjectChoice(project.id(), project.name()));
            }
        }
        return new Session(new Actor(user.id(), user.username(), user.displayName(), roles), List.copyOf(projects));
    }
}
