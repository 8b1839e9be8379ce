package dev.slipway.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with bcrypt, and compares with the hashes, each at the cost it was made with. */
@ApplicationScoped
class Passwords {

    private final int cost;
    private final String hashOfNoUser;

    Passwords(IdentityConfig config) {
        cost = config.passwordCost();
        hashOfNoUser = hash(generated());
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    /** Compares even where there is no hash, so that the time of the answer does not tell which users exist. */
    boolean matches(String password, @Nullable String hash) {
        var equal = BcryptUtil.matches(password, hash == null ? hashOfNoUser : hash);
        return equal && hash != null;
    }

    static String generated() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
