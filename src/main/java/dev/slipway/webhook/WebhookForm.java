package dev.slipway.webhook;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.DefaultValue;
import java.util.EnumSet;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form of a webhook sends. */
public class WebhookForm {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String address;

    @RestForm("event")
    @Nullable
    List<String> events;

    @RestForm
    @DefaultValue("0")
    int edition;

    /** What was typed; events that do not exist are ignored. */
    Typed typed() {
        var chosen = EnumSet.noneOf(EventType.class);
        requireNonNullElse(events, List.<String>of())
                .forEach(event -> EventType.named(event).ifPresent(chosen::add));
        return new Typed(requireNonNullElse(name, ""), requireNonNullElse(address, ""), chosen);
    }

    int edition() {
        return edition;
    }
}
