package dev.slipway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification says, version 1: HMAC-SHA256 of id, time and body. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A secret that nobody has yet. */
    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** One signature for each secret, of which a receiver has to know one. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        var signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body).getBytes(UTF_8);
        return secrets.stream().map(secret -> "v1," + mac(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String mac(String secret, byte[] signed) {
        var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
