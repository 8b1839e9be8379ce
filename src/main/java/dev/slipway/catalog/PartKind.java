package dev.slipway.catalog;

import dev.slipway.project.Actor;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import java.util.Locale;
import java.util.UUID;

/** The kinds of things that the catalog has, and what it takes to change them. */
public enum PartKind {
    APPLICATION(Permission.EDIT),
    COMPONENT(Permission.EDIT),
    /** An environment says where things run, on machines that not every developer may choose. */
    ENVIRONMENT(Permission.ADMINISTER);

    private final Permission permission;

    PartKind(Permission permission) {
        this.permission = permission;
    }

    /** What it takes to create, edit and delete one. */
    public Permission permission() {
        return permission;
    }

    /** How audit events call it: {@code application}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where all of them are; components are where their applications are. */
    public String list() {
        return this == ENVIRONMENT ? "/environments" : "/applications";
    }

    /** Where all of this kind begins: {@code /components}. */
    String path() {
        return "/%ss".formatted(word());
    }

    /** @throws UnknownRecord if there is none, or it is none of the actor's business */
    Part seenBy(Actor actor, UUID id) {
        var part = byId(id);
        if (!actor.isMemberOf(part.projectId())) {
            throw new UnknownRecord(word(), id);
        }
        return part;
    }

    /**
     * The one that the actor wants to change.
     *
     * @throws UnknownRecord if there is none, or it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    Part changeableBy(Actor actor, UUID id) {
        var part = seenBy(actor, id);
        actor.require(part.projectId(), permission);
        return part;
    }

    /** The same, locked, so that two who change it come one after the other. */
    Part lockedBy(Actor actor, UUID id) {
        return Locked.fresh(changeableBy(actor, id));
    }

    private Part byId(UUID id) {
        return switch (this) {
            case APPLICATION -> Application.byId(id);
            case COMPONENT -> Component.byId(id);
            case ENVIRONMENT -> Environment.byId(id);
        };
    }
}
