package dev.slipway.catalog;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import dev.slipway.project.Problem;
import dev.slipway.project.Rejected;
import dev.slipway.project.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The door through which people create, edit and delete applications, components and environments. */
@ApplicationScoped
public class Parts {

    private final Uses uses;
    private final AuditTrail audit;

    Parts(Uses uses, AuditTrail audit) {
        this.uses = uses;
        this.audit = audit;
    }

    /**
     * Stores a new one, in the caller's transaction.
     *
     * @throws Rejected if something is wrong with its name or description
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Actor actor, Part part, Map<String, Object> detail) {
        actor.require(part.projectId(), part.partKind().permission());
        part.details().check();
        part.persist();
        Stored.now(part.name());
        var all = new HashMap<>(detail);
        all.put("description", part.description());
        record(actor, part, "created", all);
    }

    /**
     * Changes name and description.
     *
     * @param known the edition that the actor has seen
     * @throws Rejected if the name is taken or wrong, or release tasks name it by the one it has
     * @throws dev.slipway.project.Outdated if somebody else has saved since
     */
    @Transactional
    public void edit(Actor actor, PartKind kind, UUID id, Details details, int known) {
        var part = kind.lockedBy(actor, id);
        details.check();
        var before = part.details();
        if (!before.name().equals(details.name())) {
            requireNobodyNames(part);
        }
        part.edit(details, known);
        Stored.now(details.name());
        record(actor, part, "edited", before.changesTo(details));
    }

    private void requireNobodyNames(Part part) {
        var tasks = uses.byName(part);
        if (!tasks.isEmpty()) {
            var names = String.join(", ", tasks.stream().map(Use::name).toList());
            throw new Rejected(new Problem("name", Problem.Reason.NAME_IN_USE, names));
        }
    }

    /**
     * Deletes it.
     *
     * @throws InUse if anything uses it
     */
    @Transactional
    public void delete(Actor actor, PartKind kind, UUID id) {
        var part = kind.lockedBy(actor, id);
        if (!uses.all(part).isEmpty()) {
            throw new InUse(part.name());
        }
        record(actor, part, "deleted", Map.of("description", part.description(), "records", part.records()));
        part.clear();
        part.delete();
        Stored.now(part.name());
    }

    private void record(Actor actor, Part part, String verb, Map<String, Object> detail) {
        audit.record(
                actor.username(),
                part.projectId(),
                "%s_%s".formatted(part.partKind().word(), verb),
                part.auditSubject(),
                detail);
    }
}
