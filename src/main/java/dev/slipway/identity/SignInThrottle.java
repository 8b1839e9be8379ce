package dev.slipway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;

/**
 * Slows down whoever guesses passwords, by user name and by address.
 *
 * <p>An attempt is counted before its password is looked at and taken back after success. Counting and deciding is one
 * statement, so a hundred guesses at once, on however many nodes, are still only as many as the limit admits.
 */
@ApplicationScoped
class SignInThrottle {

    private static final int LIMIT_OF_USER = 5;
    // Many people may share one address.
    private static final int LIMIT_OF_ADDRESS = 20;

    /** No row comes back where the attempt is refused: 1 minute after the limit, then 2, 4, 8 and 15. */
    private static final String ADMIT =
            """
            insert into sign_in_failure as f (key, failures, last_failure_at) values (:key, 1, :now)
            on conflict (key) do update set last_failure_at = excluded.last_failure_at,
              failures = case
                when f.failures < :limit and f.last_failure_at < excluded.last_failure_at - interval '15 minutes' then 1
                when f.last_failure_at < excluded.last_failure_at - interval '30 minutes' then 1
                else f.failures + 1 end
            where f.failures < :limit or f.last_failure_at
              + least(15, power(2, least(f.failures - :limit, 4))) * interval '1 minute' <= excluded.last_failure_at
            returning failures
            """;

    private static final String FORGET = "delete from sign_in_failure where key = :key";

    /** One attempt stays free, so that a success never ends in a refusal; more would hand a guesser new attempts. */
    private static final String TAKE_BACK =
            "update sign_in_failure set failures = least(failures, :limit) - 1 where key = :key";

    private final EntityManager database;
    private final Clock clock;

    SignInThrottle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts an attempt of this user name from this address, and tells whether its password may be looked at. */
    @Transactional
    boolean admits(String username, String address) {
        return admits(addressKey(address), LIMIT_OF_ADDRESS) && admits(userKey(username), LIMIT_OF_USER);
    }

    /** Takes back what {@link #admits} counted, after the password was right. */
    // The address first, as in admits: taking the rows in two orders could end in a deadlock.
    @Transactional
    void forget(String username, String address) {
        database.createNativeQuery(TAKE_BACK)
                .setParameter("key", addressKey(address))
                .setParameter("limit", LIMIT_OF_ADDRESS)
                .executeUpdate();
        database.createNativeQuery(FORGET)
                .setParameter("key", userKey(username))
                .executeUpdate();
    }

    private boolean admits(String key, int limit) {
        return !database.createNativeQuery(ADMIT, Integer.class)
                .setParameter("key", key)
                .setParameter("limit", limit)
                .setParameter("now", clock.instant())
                .getResultList()
                .isEmpty();
    }

    private static String userKey(String username) {
        return "user " + username;
    }

    private static String addressKey(String address) {
        return "address " + address.toLowerCase(Locale.ROOT);
    }
}
