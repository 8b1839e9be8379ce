package dev.slipway.release;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes up short keys as ServiceStage does: {@code 75foki} [servicestage_06_0252]. */
public final class Keys {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    /** Six small letters and digits. */
    public static String random() {
        return RANDOM.ints(6, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
