package dev.slipway.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What requests with an idempotency key were answered with, for a day. */
@ApplicationScoped
class KeptAnswers {

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    /** A few at a time, and none that somebody else is deleting: a request waits for nobody's housekeeping. */
    private static final String DELETE_OLD =
            """
            delete from api_answer where (user_id, key) in (
              select user_id, key from api_answer where created_at < ?1 limit 100 for update skip locked)
            """;

    private static final String DELETE_OLD_OWN =
            "delete from api_answer where user_id = ?1 and key = ?2 and created_at < ?3";

    /** Waits for whoever is at work with the same key. */
    private static final String BEGIN =
            """
            insert into api_answer (user_id, key, request, created_at) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private static final String KEEP = "update api_answer set etag = ?3, body = ?4 where user_id = ?1 and key = ?2";

    private static final String FIND =
            "select request, etag, body from api_answer where user_id = ?1 and key = ?2 and created_at >= ?3";

    private final EntityManager database;
    private final Clock clock;

    KeptAnswers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request with a key.
     *
     * @param fingerprint the same for what is the same request
     */
    record Request(long user, String key, String fingerprint) {}

    /**
     * What the same request was answered with.
     *
     * @throws BadRequest with 422 if the key was used for another one
     */
    @Transactional
    Optional<Answered> find(Request request) {
        var rows = database.createNativeQuery(FIND, Object[].class)
                .setParameter(1, request.user())
                .setParameter(2, request.key())
                .setParameter(3, clock.instant().minus(KEPT_FOR))
                .getResultList();
        return ((List<?>) rows).stream().findFirst().map(row -> answered((Object[]) row, request));
    }

    private static Answered answered(Object[] row, Request request) {
        if (!request.fingerprint().equals(row[0])) {
            throw new BadRequest(422, "The Idempotency-Key was used for another request. Use a new one for each.");
        }
        return new Answered((String) row[1], row[2] == null ? "" : (String) row[2]);
    }

    /** Takes the key for a request; where somebody was first, gives the answer of that one. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Answered> begin(Request request) {
        var old = clock.instant().minus(KEPT_FOR);
        database.createNativeQuery(DELETE_OLD).setParameter(1, old).executeUpdate();
        database.createNativeQuery(DELETE_OLD_OWN)
                .setParameter(1, request.user())
                .setParameter(2, request.key())
                .setParameter(3, old)
                .executeUpdate();
        var begun = database.createNativeQuery(BEGIN)
                .setParameter(1, request.user())
                .setParameter(2, request.key())
                .setParameter(3, request.fingerprint())
                .setParameter(4, clock.instant())
                .executeUpdate();
        return begun == 1 ? Optional.empty() : find(request);
    }

    /** Keeps the answer to a request that has begun in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Request request, Answered answer) {
        database.createNativeQuery(KEEP)
                .setParameter(1, request.user())
                .setParameter(2, request.key())
                .setParameter(3, answer.etag())
                .setParameter(4, answer.body())
                .executeUpdate();
    }
}
