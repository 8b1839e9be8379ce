package dev.slipway.live;

import dev.slipway.project.Actor;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A view that shows what a test says, and counts. */
@ApplicationScoped
public class ProbeView implements LiveView {

    /** One call of {@link #since}. */
    record Rendering(String id, long version, Audience audience) {}

    private final Announcer announcer;
    private final Map<String, Update> latest = new ConcurrentHashMap<>();
    private final List<Rendering> renderings = new CopyOnWriteArrayList<>();

    ProbeView(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String announcement(String id) {
        return "probe:" + id;
    }

    @Override
    public Audience audience(Actor actor, String id) {
        if (id.equals("forbidden")) {
            throw new Forbidden(actor.username(), Permission.VIEW, "0");
        }
        if (id.equals("unknown")) {
            throw new UnknownRecord("probe", id);
        }
        return new Audience("en", actor.permissions("0"));
    }

    @Override
    public Update since(String id, long version, Audience audience) {
        renderings.add(new Rendering(id, version, audience));
        return latest.getOrDefault(id, new Update(version, ""));
    }

    /** Changes what the view shows, as a committed change would. */
    void change(String id, long version, String html) {
        changeUnheard(id, version, html);
        announce(id);
    }

    /** Changes what the view shows, and nobody hears of it. */
    void changeUnheard(String id, long version, String html) {
        latest.put(id, new Update(version, html));
    }

    void announce(String id) {
        QuarkusTransaction.requiringNew().run(() -> announcer.announce(announcement(id)));
    }

    /** How often this was rendered. */
    List<Rendering> renderings(String id) {
        return renderings.stream().filter(one -> one.id().equals(id)).toList();
    }
}
