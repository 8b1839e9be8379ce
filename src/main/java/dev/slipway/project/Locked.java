package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.LockModeType;

/** Locks rows so that whoever changes one does it alone, and knows it as it is. */
public final class Locked {

    private Locked() {}

    /** Waits for the lock on the row of an entity and reads it again: what was read before the lock may be old by now. */
    public static <E extends PanacheEntityBase> E fresh(E entity) {
        var database = Panache.getEntityManager();
        database.flush();
        database.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }
}
