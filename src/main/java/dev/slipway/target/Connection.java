package dev.slipway.target;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Where the place is that an environment stands for, and with what credentials.
 *
 * @param environment the id of the environment
 * @param name its name, for people
 * @param edition counts the changes; whoever keeps something open for an older one has to open it anew
 * @param settings what everybody who may edit it may see, by the name of its field
 * @param secrets what nobody is shown
 */
public record Connection(
        UUID environment, String name, int edition, Map<String, String> settings, Map<String, String> secrets) {

    /** A setting; empty where there is none. */
    public String setting(String field) {
        return Objects.requireNonNullElse(settings.get(field), "");
    }

    /** A secret; empty where there is none. */
    public String secret(String field) {
        return Objects.requireNonNullElse(secrets.get(field), "");
    }

    /** Without the secrets: this may get into a log. */
    @Override
    public String toString() {
        return "%s (%s), edition %d".formatted(name, environment, edition);
    }
}
