package dev.slipway.target;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps out of sight what looks like a secret by its name. */
public final class Secrets {

    /** What stands in for a secret. */
    public static final String HIDDEN = "••••••";

    private static final String WORDS = "password|passwd|token|secret|key|credential";
    private static final Pattern NAME = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
    /** {@code --db-password=x}, {@code API_TOKEN: x}: a secret in the middle of a text. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([\\w.-]*(?:" + WORDS + ")[\\w.-]*\"?\\s*[:=][ \\t]*)[^\\s].*", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The value of a setting, or as much of it as everybody may see; null stays null. */
    public static @Nullable String hidden(String setting, @Nullable String value) {
        if (value == null || NAME.matcher(setting).find()) {
            return value == null ? null : HIDDEN;
        }
        return ASSIGNMENT.matcher(value).replaceAll("$1" + HIDDEN);
    }
}
