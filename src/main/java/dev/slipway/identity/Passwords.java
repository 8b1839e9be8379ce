package dev.slipway.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with bcrypt, and compares with the hashes. */
final class Passwords {

    // 2 to the power of 12 rounds take about a fifth of a second: little for one sign-in, much for a guesser.
    private static final int COST = 12;

    private static final String HASH_OF_NO_USER = hash(generated());

    private Passwords() {}

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Compares even where there is no hash, so that the time of the answer does not tell which users exist. */
    static boolean matches(String password, @Nullable String hash) {
        var equal = BcryptUtil.matches(password, hash == null ? HASH_OF_NO_USER : hash);
        return equal && hash != null;
    }

    static String generated() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
