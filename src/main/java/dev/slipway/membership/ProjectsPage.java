package dev.slipway.membership;

import dev.slipway.project.Role;
import java.util.List;

/** What the list of somebody's projects shows. */
public record ProjectsPage(List<Entry> projects, boolean mayCreate) {

    /**
     * A project that the user is a member of.
     *
     * @param current whether the pages of release tasks, applications and environments are about it now
     */
    public record Entry(String id, String name, String description, List<Role> roles, boolean current) {}
}
