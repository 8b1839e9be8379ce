package dev.slipway.project;

import static dev.slipway.project.Permission.ADMINISTER;
import static dev.slipway.project.Permission.DECIDE;
import static dev.slipway.project.Permission.EDIT;
import static dev.slipway.project.Permission.EXECUTE;
import static dev.slipway.project.Permission.VIEW;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a member is in a project; a member may have several roles. */
public enum Role {
    VIEWER,
    DEVELOPER,
    RELEASER,
    APPROVER,
    ADMIN;

    /** Tells whether this role alone is enough. */
    public boolean implies(Permission permission) {
        return permissions().contains(permission);
    }

    /** How audit events call it: {@code developer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Set<Permission> permissions() {
        return switch (this) {
            case VIEWER -> EnumSet.of(VIEW);
            case DEVELOPER -> EnumSet.of(VIEW, EDIT);
            case RELEASER -> EnumSet.of(VIEW, EXECUTE);
            case APPROVER -> EnumSet.of(VIEW, DECIDE);
            case ADMIN -> EnumSet.of(VIEW, EDIT, EXECUTE, DECIDE, ADMINISTER);
        };
    }
}
