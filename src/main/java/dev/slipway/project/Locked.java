package dev.slipway.project;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

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

    /**
     * Forgets all entities of some types that were read before, because a lock on what they belong to was not there yet.
     * Whoever looks for them from now on reads them again.
     */
    public static void forget(Set<Class<?>> types) {
        var database = Panache.getEntityManager();
        database.flush();
        var known = database.unwrap(SharedSessionContractImplementor.class).getPersistenceContextInternal();
        List.copyOf(known.getEntitiesByKey().values()).stream()
                .filter(entity -> types.stream().anyMatch(type -> type.isInstance(entity)))
                .forEach(database::detach);
    }
}
