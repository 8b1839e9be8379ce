package dev.slipway.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256, and the short name by which sealed texts say which key they need.
 *
 * @param id the beginning of the SHA-256 of the key, 16 hexadecimal digits; tells nothing about it
 */
record SealingKey(String id, SecretKey key) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    /** Reads a key: 32 bytes in Base64, of either alphabet; empty if it is none. */
    static Optional<SealingKey> of(String text) {
        try {
            var plain = text.strip().replace('-', '+').replace('_', '/');
            var bytes = Base64.getDecoder().decode(plain);
            return bytes.length == BYTES ? Optional.of(of(bytes)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static SealingKey of(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            var id = HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
            return new SealingKey(id, new SecretKeySpec(bytes, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Only the name: the key itself must not get into a log. */
    @Override
    public String toString() {
        return id;
    }
}
