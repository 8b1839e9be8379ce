package dev.slipway.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the release task is to be, and the values of the variables: each with the key that stands beside it in the form. */
public class FoundForm {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String description;

    @RestForm
    @Nullable
    String environment;

    @RestForm("key")
    List<String> keys = List.of();

    @RestForm("value")
    List<String> values = List.of();

    String name() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    String description() {
        return Objects.requireNonNullElse(description, "").strip();
    }

    String environment() {
        return Objects.requireNonNullElse(environment, "").strip();
    }

    /** The values by their keys, with the line ends of files instead of those of forms. */
    Map<String, String> byKey() {
        var byKey = new HashMap<String, String>();
        for (int index = 0; index < Math.min(keys.size(), values.size()); index++) {
            byKey.put(keys.get(index), values.get(index).replace("\r\n", "\n"));
        }
        return byKey;
    }
}
