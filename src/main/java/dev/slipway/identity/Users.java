package dev.slipway.identity;

import dev.slipway.project.Problem;
import dev.slipway.project.Rejected;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The users of this Slipway. */
@ApplicationScoped
public class Users {

    private final EntityManager database;
    private final Passwords passwords;
    private final Clock clock;

    Users(EntityManager database, Passwords passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Creates a user who can sign in from now on.
     *
     * @param username small letters, digits and {@code . _ @ + -}, up to 64; unique
     * @param password in clear; only its hash is stored
     */
    @Transactional
    public User create(String username, String displayName, String password) {
        var name = Username.normalized(username);
        if (!Username.isValid(name)) {
            throw new IllegalArgumentException("\"%s\" is not a user name".formatted(username));
        }
        var user = new User(name, displayName, passwords.hash(password), clock.instant());
        user.persist();
        return user;
    }

    /**
     * Creates a user who can't sign in, for a program that shows a token.
     *
     * @param username as for people
     * @throws Rejected if nobody may be called so
     */
    @Transactional
    public User createMachine(String username, String displayName) {
        var name = Username.normalized(username);
        if (!Username.isValid(name)) {
            throw new Rejected(new Problem("name", Problem.Reason.NAME_TAKEN, name));
        }
        var machine = new User(name, displayName, null, clock.instant());
        machine.persist();
        return machine;
    }

    /** Tells whether anybody could sign in. */
    @Transactional
    public boolean exist() {
        return User.count("passwordHash is not null") > 0;
    }

    /** Tells whether this is the password of an enabled user; takes as long where there is no such user. */
    boolean accept(String username, String password) {
        // No transaction spans the comparison, which takes long on purpose.
        var hash = QuarkusTransaction.requiringNew().call(() -> passwordHash(username));
        return passwords.matches(password, hash.orElse(null));
    }

    private Optional<String> passwordHash(String username) {
        return database.createQuery(
                        "select passwordHash from User where username = ?1 and enabled and passwordHash is not null",
                        String.class)
                .setParameter(1, username)
                .getResultStream()
                .findFirst();
    }
}
