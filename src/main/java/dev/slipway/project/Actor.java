package dev.slipway.project;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user on whose behalf something is done, with the roles held at this moment.
 *
 * @param roles by project id; a project that is missing here is none of the user's business
 */
public record Actor(long userId, String username, String displayName, Map<String, Set<Role>> roles) {

    /** Tells whether any role of this user in the project implies the permission. */
    public boolean may(String projectId, Permission permission) {
        return rolesIn(projectId).stream().anyMatch(role -> role.implies(permission));
    }

    /** All that this user may do in the project. */
    public Set<Permission> permissions(String projectId) {
        return Arrays.stream(Permission.values())
                .filter(permission -> may(projectId, permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Goes on only where the permission is there.
     *
     * @throws Forbidden where it is not
     */
    public void require(String projectId, Permission permission) {
        if (!may(projectId, permission)) {
            throw new Forbidden(username, permission, projectId);
        }
    }

    /** Tells whether the user has any role in the project. */
    public boolean isMemberOf(String projectId) {
        return !rolesIn(projectId).isEmpty();
    }

    private Set<Role> rolesIn(String projectId) {
        return roles.getOrDefault(projectId, Set.of());
    }
}
