package dev.slipway.live;

import dev.slipway.project.Permission;
import java.util.Set;

/**
 * All those who get to see the same: the same language, the same buttons.
 *
 * @param permissions what they may do; it decides which buttons they see
 */
public record Audience(String language, Set<Permission> permissions) {

    /** Keeps a set that nobody changes. */
    public Audience {
        permissions = Set.copyOf(permissions);
    }

    /** Tells whether they see the buttons that need a permission. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
