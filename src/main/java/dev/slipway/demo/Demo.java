package dev.slipway.demo;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Inventory;
import dev.slipway.execution.Execution;
import dev.slipway.identity.DemoUser;
import dev.slipway.identity.IdentityConfig;
import dev.slipway.identity.Users;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.FirstProject;
import dev.slipway.project.Membership;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Regions;
import dev.slipway.release.ReleaseTask;
import dev.slipway.target.Targets;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The demo project: what a first start creates, and what one button brings back. */
@ApplicationScoped
public class Demo {

    private final IdentityConfig config;
    private final Users users;
    private final Inventory inventory;
    private final Targets targets;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Demo(
            IdentityConfig config,
            Users users,
            Inventory inventory,
            Targets targets,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.config = config;
        this.users = users;
        this.inventory = inventory;
        this.targets = targets;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void begin(@Observes @Priority(FirstProject.PRIORITY + 2) StartupEvent start) {
        if (config.isDemo() && !users.exist()) {
            create();
        }
    }

    /** Creates the demo users and the demo project. */
    @Transactional
    public void create() {
        for (var demo : DemoUser.values()) {
            var user = users.create(demo.username(), demo.username(), DemoUser.PASSWORD);
            Membership.grant(user.id(), Project.DEFAULT_ID, demo.role());
        }
        record(AuditTrail.SLIPWAY, "demo_created");
        createProject();
    }

    /**
     * Puts the project back to its start: stops its components, and deletes its release tasks with their executions.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not administer the project
     * @throws Conflict if this is no demo, or tasks run at the moment
     */
    @Transactional
    public void reset(Actor actor) {
        actor.require(Project.DEFAULT_ID, Permission.ADMINISTER);
        if (!config.isDemo()) {
            throw new Conflict("This Slipway is no demo; nothing was changed.");
        }
        Execution.findRunning(Project.DEFAULT_ID).ifPresent(running -> {
            throw new Conflict("Execution %d of %s is running. Wait until it has ended or waits for a decision."
                    .formatted(running.no(), running.releaseName()));
        });
        inventory.components(Project.DEFAULT_ID).forEach(component -> targets.of(component.kind())
                .stop(UUID.randomUUID().toString(), component.ref()));
        ReleaseTask.delete("projectId", Project.DEFAULT_ID);
        inventory.clear(Project.DEFAULT_ID);
        record(actor.username(), "demo_reset");
        createProject();
    }

    private void record(String actor, String kind) {
        var subject = new AuditSubject("project", Project.DEFAULT_ID, "default");
        audit.record(actor, Project.DEFAULT_ID, kind, subject, Map.of());
    }

    private void createProject() {
        var at = clock.instant();
        var region = regions.defaultId();
        Environment.of(Project.DEFAULT_ID, region, DemoReleases.ENVIRONMENT, "process", at)
                .persist();
        new DemoReleases(new ReleaseTask.Home(Project.DEFAULT_ID, region), DemoUser.DEVELOPER.username(), at).create();
    }
}
