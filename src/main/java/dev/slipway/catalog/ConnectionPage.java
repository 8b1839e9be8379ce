package dev.slipway.catalog;

import dev.slipway.web.FormProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an environment is reached.
 *
 * @param kept the secrets that are stored, of which nothing is shown
 */
public record ConnectionPage(
        UUID id,
        String environment,
        int edition,
        Map<String, String> settings,
        Set<String> kept,
        List<FormProblem> problems) {

    /** What is stored or was typed; empty where there is none. */
    public String value(String field) {
        return settings.getOrDefault(field, "");
    }

    /** Whether a way to reach it is the chosen one. */
    public boolean reachedBy(String way) {
        return value("access").equals(way);
    }

    /** Whether there is a secret that stays if nothing is entered. */
    public boolean keeps(String secret) {
        return kept.contains(secret);
    }

    /** Whether anybody has connected it yet. */
    public boolean connected() {
        return edition > 0;
    }

    /** What is wrong with one field; null if nothing is. */
    public @Nullable String problem(String field) {
        return FormProblem.of(field, problems);
    }
}
