package dev.slipway.identity;

import dev.slipway.project.Regions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the frame around every page shows of its user: {@code inject:frame} in templates. */
@Named("frame")
@RequestScoped
public class Frame {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Regions regions;

    Frame(CurrentUser user, CurrentPlace place, Regions regions) {
        this.user = user;
        this.place = place;
        this.regions = regions;
    }

    /** Tells whether there is a user, and so anything to navigate to. */
    public boolean signedIn() {
        return user.find().isPresent();
    }

    public String userName() {
        return user.actor().displayName();
    }

    public String projectId() {
        return place.find().map(Place::projectId).orElse("");
    }

    public String projectName() {
        return place.find().map(Place::projectName).orElse("");
    }

    public String region() {
        return place.find().map(Place::region).orElse("");
    }

    /** The projects to switch between; a single one needs no switch. */
    public List<ProjectChoice> projects() {
        return user.projects().size() > 1 ? user.projects() : List.of();
    }

    /** The regions to switch between; a single one needs no switch. */
    public List<String> regions() {
        return regions.ids().size() > 1 ? regions.ids() : List.of();
    }
}
