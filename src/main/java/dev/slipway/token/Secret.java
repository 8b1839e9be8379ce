package dev.slipway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The text of a token, and how it is kept.
 *
 * <p>A token is 256 random bits, which nobody guesses however fast they try: SHA-256 hides it as well as bcrypt would, and
 * does not cost each request a fifth of a second. Passwords, which people choose, need the slow one.
 */
final class Secret {

    /** By this, people and scanners of repositories recognise a token that has got lost. */
    static final String PREFIX = "slip_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
