package dev.slipway.identity;

import dev.slipway.audit.AuditTrail;
import java.util.Locale;
import java.util.regex.Pattern;

/** How user names are written: small letters, digits and a few signs; none is called as Slipway itself. */
final class Username {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    private Username() {}

    static String normalized(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isValid(String normalized) {
        return VALID.matcher(normalized).matches() && !normalized.equals(AuditTrail.SLIPWAY);
    }
}
