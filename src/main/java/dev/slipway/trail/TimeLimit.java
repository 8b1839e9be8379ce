package dev.slipway.trail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.QueryTimeoutException;
import java.util.function.Supplier;

/** Lets nobody's search keep the database busy for long, whatever is searched for in however long a trail. */
@ApplicationScoped
class TimeLimit {

    private final EntityManager database;
    private final TrailConfig config;

    TimeLimit(EntityManager database, TrailConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * What some queries give, in a transaction of their own.
     *
     * @throws SearchTooLong if one of them needs longer than it may
     */
    <T> T on(Supplier<T> queries) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                begin();
                return queries.get();
            });
        } catch (QueryTimeoutException e) {
            throw new SearchTooLong(e);
        }
    }

    private void begin() {
        database.createNativeQuery("select set_config('statement_timeout', ?1, true)", String.class)
                .setParameter(1, Long.toString(config.searchLimit().toMillis()))
                .getSingleResult();
    }
}
