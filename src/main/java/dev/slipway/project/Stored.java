package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.exception.ConstraintViolationException;

/** Writes what has changed to the database at once, which has the last word about names and references. */
public final class Stored {

    private Stored() {}

    /**
     * Writes it.
     *
     * @throws Rejected if the name is taken, also by somebody who took it at this moment
     * @throws Conflict if something still refers to what was deleted
     */
    public static void now(String name) {
        try {
            Panache.getEntityManager().flush();
        } catch (ConstraintViolationException e) {
            if (e.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                throw new Rejected(new Problem("name", Problem.Reason.NAME_TAKEN, name));
            }
            throw new Conflict("Something else came to use it in the meantime. Load the page again to see what.");
        }
    }
}
