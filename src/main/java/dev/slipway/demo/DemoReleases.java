package dev.slipway.demo;

import dev.slipway.release.ReleaseTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The release tasks of the demo: two that use every task type between them, and one that fails on purpose. */
final class DemoReleases {

    static final String ENVIRONMENT = "local";

    private static final int CATALOG = 9011;
    private static final int STOREFRONT = 9010;
    private static final int LEDGER = 9012;

    private final ReleaseTask.Home home;
    private final String creator;
    private final Instant at;

    DemoReleases(ReleaseTask.Home home, String creator, Instant at) {
        this.home = home;
        this.creator = creator;
        this.at = at;
    }

    void create() {
        shop();
        payments();
        broken();
    }

    private void shop() {
        var release = release("release-shop", "Storefront and catalog of the shop.");
        buildShop(release);
        release.addPhase("prepare", "Prepare")
                .addGroup()
                .add("create-shop", "Create shop", "create_application", application("shop", "The demo's web shop"))
                .add(
                        "approve-go-live",
                        "Approve go-live",
                        "manual_approval",
                        Map.of(
                                "instructions",
                                "Both builds are done. Agree if the shop may be deployed to local now."));
        var deploy = release.addPhase("deploy", "Deploy");
        deploy.addGroup()
                .add(
                        "create-catalog",
                        "Create catalog",
                        "create_component",
                        component("shop", "catalog", CATALOG, Map.of()));
        deploy.addGroup()
                .add(
                        "create-storefront",
                        "Create storefront",
                        "create_component",
                        component("shop", "storefront", STOREFRONT, Map.of("CATALOG_URL", address(CATALOG))));
        verifyShop(release);
        release.persist();
    }

    private static void buildShop(ReleaseTask release) {
        var build = release.addPhase("build", "Build");
        build.addGroup().add("build-storefront", "Build storefront", "build", build("shop/storefront", "storefront"));
        build.addGroup().add("build-catalog", "Build catalog", "build", build("shop/catalog", "catalog"));
    }

    private static void verifyShop(ReleaseTask release) {
        var verify = release.addPhase("verify", "Verify");
        verify.addGroup().add("check-storefront", "Check storefront", "http_request", check(STOREFRONT, "/"));
        verify.addGroup()
                .add("let-it-settle", "Let it settle", "wait", Map.of("seconds", 3))
                .add("check-catalog", "Check catalog", "http_request", check(CATALOG, "/products"));
    }

    private void payments() {
        var release = release("release-payments", "The ledger of the payments, checked by hand before its update.");
        var build = release.addPhase("build", "Build");
        build.addGroup().add("build-ledger", "Build ledger", "build", build("payments/ledger", "ledger"));
        build.addGroup()
                .add(
                        "create-payments",
                        "Create payments",
                        "create_application",
                        application("payments", "The demo's payments"));
        release.addPhase("deploy", "Deploy")
                .addGroup()
                .add(
                        "create-ledger",
                        "Create ledger",
                        "create_component",
                        component("payments", "ledger", LEDGER, Map.of()))
                .add("check-ledger", "Check ledger", "http_request", check(LEDGER, "/"));
        release.addPhase("update", "Update")
                .addGroup()
                .add(
                        "start-update",
                        "Start the update",
                        "manual_trigger",
                        Map.of("instructions", "The ledger runs. Start its update when nobody books."))
                .add("update-ledger", "Update ledger", "update_component", update(Map.of("CURRENCY", "EUR"), 30));
        release.persist();
    }

    private void broken() {
        var release = release("release-ledger-broken", "Fails on purpose: its new version never becomes healthy.");
        var build = release.addPhase("build", "Build");
        build.addGroup().add("build-ledger", "Build ledger", "build", build("payments/ledger", "ledger"));
        build.addGroup()
                .add(
                        "create-payments",
                        "Create payments",
                        "create_application",
                        application("payments", "The demo's payments"));
        release.addPhase("deploy", "Deploy")
                .addGroup()
                .add(
                        "create-ledger",
                        "Create ledger",
                        "create_component",
                        component("payments", "ledger", LEDGER, Map.of()))
                .add("break-ledger", "Break ledger", "update_component", update(Map.of("BROKEN_HEALTH", "true"), 6));
        release.addPhase("verify", "Verify")
                .addGroup()
                .add("check-ledger", "Check ledger", "http_request", check(LEDGER, "/"));
        release.persist();
    }

    private ReleaseTask release(String name, String description) {
        return ReleaseTask.of(home, name, description, creator, at);
    }

    private static Map<String, Object> build(String source, String artifact) {
        return Map.of(
                "environment", ENVIRONMENT,
                "source", source,
                "command", List.of("java", "-XX:TieredStopAtLevel=1", "Build.java"),
                "output", "out",
                "artifact", artifact);
    }

    private static Map<String, Object> application(String name, String description) {
        return Map.of("name", name, "description", description);
    }

    private static Map<String, Object> component(
            String application, String name, int port, Map<String, String> variables) {
        var type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Map.of(
                "application", application,
                "component", name,
                "environment", ENVIRONMENT,
                "artifact", name,
                "healthySeconds", 30,
                "run",
                        Map.of(
                                "command",
                                List.of(
                                        "java",
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-Xmx32m",
                                        "-cp",
                                        ".",
                                        type),
                                "port",
                                port,
                                "health",
                                "/health",
                                "variables",
                                variables));
    }

    private static Map<String, Object> update(Map<String, String> variables, int healthySeconds) {
        return Map.of(
                "application",
                "payments",
                "component",
                "ledger",
                "environment",
                ENVIRONMENT,
                "artifact",
                "ledger",
                "healthySeconds",
                healthySeconds,
                "run",
                Map.of("variables", variables));
    }

    private static Map<String, Object> check(int port, String path) {
        return Map.of("url", address(port) + path, "expectStatus", 200, "pollSeconds", 1);
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }
}
