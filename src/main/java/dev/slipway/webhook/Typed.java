package dev.slipway.webhook;

import dev.slipway.audit.Change;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people say about a webhook: its name, the address of the receiver, and what to tell it. */
public record Typed(String name, String address, Set<EventType> events) {

    /** Takes the texts as they were typed; PostgreSQL has no text with a zero in it. */
    public Typed {
        name = name.replace("\0", "").strip();
        address = address.replace("\0", "").strip();
        events = Set.copyOf(events);
    }

    /** For the trail, which everybody in the project reads: the path of an address is often as good as a password. */
    String server() {
        try {
            var uri = new URI(address);
            return "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("It was checked", e);
        }
    }

    /** All of it, for the trail. */
    Map<String, Object> facts() {
        return Map.of("server", server(), "events", types());
    }

    /** What is otherwise in the new one, for the trail. */
    Map<String, Object> changesTo(Typed now) {
        var changes = new HashMap<String, Object>();
        if (!name.equals(now.name)) {
            changes.put("name", Change.of(name, now.name));
        }
        if (!address.equals(now.address)) {
            changes.put("server", Change.of(server(), now.server()));
        }
        if (!events.equals(now.events)) {
            changes.put("events", Change.of(types(), now.types()));
        }
        return changes;
    }

    private List<String> types() {
        return events.stream().sorted().map(EventType::type).toList();
    }
}
