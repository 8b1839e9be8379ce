package dev.slipway.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The tags by which a caller tells which version of an answer it knows. */
final class EntityTag {

    private static final String ANY = "*";

    private EntityTag() {}

    /** The tag of whatever has no number that changes with it. */
    static String of(byte[] content) {
        return "\"%s\"".formatted(HexFormat.of().formatHex(sha256(content), 0, 12));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a header {@code If-None-Match} names the tag; a proxy may have weakened it. */
    static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(ANY) || strong(each).equals(tag));
    }

    /**
     * The revision that a header {@code If-Match} demands; empty: any.
     *
     * @throws BadRequest with 412 if it is no tag of ours
     */
    static OptionalInt revision(@Nullable String header) {
        if (header == null || header.strip().equals(ANY)) {
            return OptionalInt.empty();
        }
        var tag = strong(header.strip());
        if (!tag.matches("\"\\d{1,9}\\.\\d{1,9}\\.\\d{1,18}\"")) {
            throw new BadRequest(412, "If-Match has no ETag that details have answered.");
        }
        return OptionalInt.of(Integer.parseInt(tag.substring(1, tag.indexOf('.'))));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
