package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.identity.CurrentUser;
import dev.slipway.project.UnknownRecord;
import dev.slipway.target.Inspectable;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What runs of a component where that is more than one thing: pods. Asked outside of any transaction. */
@Path("/components/{id}/instances")
@Produces(MediaType.TEXT_HTML)
public class InstanceResource {

    // Ten minutes: a page that somebody has forgotten asks nobody any more.
    private static final int MOST_LOOKS = 300;

    private final CurrentUser user;
    private final Inventory inventory;
    private final Targets targets;

    InstanceResource(CurrentUser user, Inventory inventory, Targets targets) {
        this.user = user;
        this.inventory = inventory;
        this.targets = targets;
    }

    /** Shows all of them. */
    @GET
    @Blocking
    public TemplateInstance list(@RestPath UUID id) {
        var row = row(id);
        try {
            return CatalogTemplates.instances(new InstancesPage(row, target(row).instances(row.ref()), ""));
        } catch (TargetProblem e) {
            return CatalogTemplates.instances(new InstancesPage(row, List.of(), said(e)));
        }
    }

    /** Shows the last lines of a log of one, or of its run before the last restart, and follows it where that is wanted. */
    @GET
    @Path("/{name}/log")
    @Blocking
    public TemplateInstance log(
            @RestPath UUID id,
            @RestPath String name,
            @RestQuery @DefaultValue("") String part,
            @RestQuery boolean previous,
            @RestQuery boolean follow) {
        var wanted = new Inspectable.Wanted(name, part, previous, null);
        return CatalogTemplates.instanceLog(page(row(id), wanted, follow && !previous ? MOST_LOOKS : 0, false));
    }

    /** What was written after a time, for a page that follows a log; {@code left} is how often it may ask. */
    @GET
    @Path("/{name}/log/lines")
    @Blocking
    public TemplateInstance lines(
            @RestPath UUID id,
            @RestPath String name,
            @RestQuery @DefaultValue("") String part,
            @RestQuery @Nullable String after,
            @RestQuery int left) {
        var wanted = new Inspectable.Wanted(name, part, false, time(after));
        return CatalogTemplates.instanceMore(page(row(id), wanted, Math.max(0, Math.min(left, MOST_LOOKS)), true));
    }

    private InstanceLogPage page(Inventory.Row row, Inspectable.Wanted wanted, int left, boolean followed) {
        var ended = followed && left == 0;
        try {
            var log = target(row).log(row.ref(), wanted);
            return new InstanceLogPage(row, wanted.instance(), wanted.previous(), log, left, ended, "");
        } catch (TargetProblem e) {
            // Where it goes on when the trouble has passed.
            var none = new Inspectable.Log(wanted.part(), List.of(), List.of(), wanted.after());
            return new InstanceLogPage(row, wanted.instance(), wanted.previous(), none, left, ended, said(e));
        }
    }

    /** What is no time is none. */
    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Inventory.Row row(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PartKind.COMPONENT.seenBy(user.actor(), id);
            return inventory.component(id);
        });
    }

    private Inspectable target(Inventory.Row row) {
        if (targets.of(row.kind()) instanceof Inspectable inspectable) {
            return inspectable;
        }
        throw new UnknownRecord("instances of component", row.id().toString());
    }

    private static String said(TargetProblem e) {
        return requireNonNullElse(e.getMessage(), "");
    }
}
