package dev.slipway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens texts with AES-256 in Galois/Counter Mode (NIST SP 800-38D): a nonce of 96 random bits, a tag of 128, and
 * the place of the text as associated data, so that a sealed text is worth nothing in another row. A sealed text is {@code
 * sealed:1:}, the name of the key, a colon, and nonce and cipher text in Base64.
 */
final class Keyring {

    private static final String MARK = "sealed:1:";
    private static final Pattern SEALED = Pattern.compile(MARK + "([0-9a-f]{16}):([A-Za-z0-9+/=]+)");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealingKey newest;
    private final Map<String, SealingKey> byId;

    /**
     * Takes the keys.
     *
     * @param newest seals, and opens what it sealed
     * @param previous only open
     */
    Keyring(SealingKey newest, List<SealingKey> previous) {
        this.newest = newest;
        this.byId = Stream.concat(Stream.of(newest), previous.stream())
                .collect(toUnmodifiableMap(SealingKey::id, Function.identity(), (same, again) -> same));
    }

    /** Seals a text for one place, such as {@code webhook/4105b37a}. */
    String seal(String clear, String place) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, newest, nonce, place).doFinal(clear.getBytes(UTF_8));
            var both =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return mark() + Base64.getEncoder().encodeToString(both.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Opens what was sealed for a place.
     *
     * @throws CannotOpen if its key is not there, or it was changed or belongs elsewhere
     */
    String open(String sealed, String place) {
        var parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw new CannotOpen("What is stored for %s is not sealed.".formatted(place), null);
        }
        var key = byId.get(parts.group(1));
        if (key == null) {
            throw new CannotOpen(
                    "%s was sealed with the key %s, which is none of slipway.secrets.key and slipway.secrets.previous-keys."
                            .formatted(place, parts.group(1)),
                    null);
        }
        return open(key, parts.group(2), place);
    }

    private static String open(SealingKey key, String text, String place) {
        try {
            var both = Base64.getDecoder().decode(text);
            var nonce = Arrays.copyOf(both, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
            return new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new CannotOpen("What is stored for %s was changed, or belongs elsewhere.".formatted(place), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** How everything begins that the newest key has sealed. */
    String mark() {
        return MARK + newest.id() + ":";
    }

    static boolean isSealed(String stored) {
        return SEALED.matcher(stored).matches();
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
