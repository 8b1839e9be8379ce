package dev.slipway.identity;

import dev.slipway.project.Regions;
import dev.slipway.project.UnknownRecord;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the user of this request is: chosen in the top bar, kept in cookies, checked against the memberships. */
@RequestScoped
public class CurrentPlace {

    static final String PROJECT_COOKIE = "slipway-project";
    static final String REGION_COOKIE = "slipway-region";

    private final CurrentUser user;
    private final Regions regions;
    private final RoutingContext routing;

    CurrentPlace(CurrentUser user, Regions regions, RoutingContext routing) {
        this.user = user;
        this.regions = regions;
        this.routing = routing;
    }

    /**
     * The place of this request.
     *
     * @throws UnknownRecord where the user is a member of no project
     */
    public Place place() {
        return find().orElseThrow(
                        () -> new UnknownRecord("project of", user.actor().username()));
    }

    /** The place, if the user has any. */
    public Optional<Place> find() {
        return project().map(project -> new Place(project.id(), project.name(), region()));
    }

    private Optional<ProjectChoice> project() {
        var chosen = cookie(PROJECT_COOKIE);
        return user.projects().stream()
                .filter(project -> project.id().equals(chosen))
                .findFirst()
                .or(() -> user.projects().stream().findFirst());
    }

    private String region() {
        var chosen = cookie(REGION_COOKIE);
        return chosen != null && regions.ids().contains(chosen) ? chosen : regions.defaultId();
    }

    private @Nullable String cookie(String name) {
        var cookie = routing.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
