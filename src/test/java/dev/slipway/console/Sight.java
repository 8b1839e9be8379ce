package dev.slipway.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.slipway.template.Zip;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page in one of its states.
 *
 * @param then what to do on the page to come to the state
 */
record Sight(String name, String path, Consumer<Page> then) {

    private static final String NO_RELEASE = "/releases/00000000-0000-0000-0000-000000000000";

    /** What anybody sees who has not signed in. */
    static List<Sight> beforeSigningIn() {
        return List.of(page("sign-in", "/sign-in"), page("sign-in refused", "/sign-in?failed"));
    }

    /** What an admin sees while there is nothing yet. */
    static List<Sight> ofNothing() {
        return List.of(
                page("no release tasks", "/releases"),
                page("no approvals", "/approvals"),
                page("no applications", "/applications"),
                page("no environments", "/environments"),
                page("no events", "/audit"),
                page("no webhooks", "/projects/0/webhooks"),
                page("no tokens", "/tokens"),
                page("the API", "/api"),
                page("not found", NO_RELEASE));
    }

    /** What an admin sees of a filled project. */
    static List<Sight> of(Showroom room) {
        return Stream.of(lists(), releaseTasks(room), tasks(room), operations(room), packages())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sight> lists() {
        return List.of(
                page("release tasks", "/releases"),
                page("no release task found", "/releases?name=nothing-like-this"),
                page("approvals", "/approvals"),
                page("applications", "/applications"),
                page("environments", "/environments"),
                page("audit trail", "/audit"),
                page("audit trail of Slipway", "/audit?of=slipway"),
                page("no event found", "/audit?object=nothing-like-this"),
                page("audit trail of no time", "/audit?from=yesterday&to=x"));
    }

    private static List<Sight> packages() {
        return List.of(
                page("import", "/releases/import"),
                new Sight("template package", "/releases/import", Sight::importPackage),
                new Sight("template package without values", "/releases/import", Sight::importWithoutValues));
    }

    private static List<Sight> releaseTasks(Showroom room) {
        return List.of(
                page("not executed", process(room.untouched())),
                page("running", process(room.running())),
                page("waiting", process(room.waiting())),
                page("failed", process(room.failed())),
                page("successful", process(room.successful())),
                page("one execution", execution(room.decided())),
                page("timeline", execution(room.successful()) + "/timeline"),
                page("no records", process(room.untouched()) + "/executions"),
                page("records", process(room.successful()) + "/executions"),
                page("execute", process(room.untouched()) + "/execute"),
                page("create", "/releases/new"),
                page("clone", process(room.untouched()) + "/clone"),
                page("basic info", process(room.untouched()) + "/basic-info"),
                page("delete", process(room.untouched()) + "/delete"),
                page("execute while active", process(room.waiting()) + "/execute"),
                page("no trigger policy", process(room.untouched()) + "/trigger"),
                page("trigger policy", process(room.successful()) + "/trigger"),
                page("set trigger policy", process(room.successful()) + "/trigger/new"));
    }

    private static List<Sight> tasks(Showroom room) {
        return List.of(
                page("task that waits", task(room.waiting(), "go-live")),
                page("task that runs", task(room.running(), "runs")),
                page("task that failed", task(room.failed(), "fails")),
                page("task with a log", task(room.successful(), "logs")),
                page("task that was approved", task(room.decided(), "go-live")),
                page("approval", task(room.waiting(), "go-live") + "/decision"),
                page("trigger", task(room.waiting(), "start") + "/decision"),
                page("decided already", task(room.decided(), "go-live") + "/decision"));
    }

    private static List<Sight> operations(Showroom room) {
        return List.of(
                page("stop", execution(room.waiting()) + "/stop"),
                page("terminate", execution(room.running()) + "/terminate"),
                page("retry", execution(room.failed()) + "/retry"),
                page("skip", task(room.failed(), "fails") + "/skip"),
                page("roll back", execution(room.successful()) + "/roll-back"));
    }

    /** The dialogs that an admin sees, open. */
    static List<Sight> dialogsOf(Showroom room) {
        return List.of(
                new Sight("execute dialog", process(room.untouched()), page -> press(page, "Execute not-executed-yet")),
                new Sight("nothing selected", process(room.untouched()), Sight::executeNothing),
                new Sight("trigger policy dialog", process(room.successful()) + "/trigger", Sight::openTrigger),
                new Sight("when to trigger", process(room.successful()) + "/trigger", Sight::goToWhen),
                new Sight("nothing to trigger", process(room.successful()) + "/trigger", Sight::triggerNever),
                new Sight("stop dialog", process(room.waiting()), page -> press(page, "Stop waiting-for-somebody")),
                new Sight("retry dialog", process(room.failed()), page -> press(page, "Retry fails")),
                new Sight("skip dialog", process(room.failed()), page -> press(page, "Skip fails")),
                new Sight("approval dialog", process(room.waiting()), page -> press(page, "Approve go-live")),
                new Sight("trigger dialog", process(room.waiting()), page -> press(page, "Approve start")),
                new Sight("comments too long", process(room.waiting()), Sight::commentTooMuch));
    }

    static String process(UUID release) {
        return "/releases/" + release;
    }

    static String execution(UUID release) {
        return process(release) + "/executions/1";
    }

    static String task(UUID release, String name) {
        return execution(release) + "/steps/" + name;
    }

    static Sight page(String name, String path) {
        return new Sight(name, path, page -> {});
    }

    /** A form that was sent as it was. */
    static Sight refused(String name, String path, String problems) {
        return new Sight(name, path, page -> {
            page.locator("#save").click();
            page.locator(problems).waitFor();
        });
    }

    /** A dialog that a link opens. */
    static Sight dialog(String name, String path, String link) {
        return new Sight(name, path, page -> press(page, link));
    }

    private static void executeNothing(Page page) {
        press(page, "Execute not-executed-yet");
        page.getByRole(AriaRole.BUTTON, named("Select none")).click();
        page.getByRole(AriaRole.BUTTON, named("Execute Now")).click();
        page.locator("dialog #problems").waitFor();
    }

    private static void openTrigger(Page page) {
        press(page, "Set trigger policy");
    }

    private static void goToWhen(Page page) {
        openTrigger(page);
        page.getByRole(AriaRole.BUTTON, named("Next")).click();
        page.locator("#trigger-preview li").first().waitFor();
    }

    private static void triggerNever(Page page) {
        goToWhen(page);
        page.getByLabel("Scheduled, repeated").check();
        page.getByLabel("Every, in minutes").fill("0");
        page.getByRole(AriaRole.BUTTON, named("OK")).click();
        page.locator("dialog #problems").waitFor();
    }

    private static void commentTooMuch(Page page) {
        press(page, "Approve go-live");
        page.getByLabel("Comments").fill("x".repeat(1001));
        page.getByRole(AriaRole.BUTTON, named("Agree")).click();
        page.locator("#comments-problem").waitFor();
    }

    private static void importPackage(Page page) {
        var files = Zip.small(Map.of("shop/notes.txt", "Nobody reads this."));
        page.setInputFiles("#file", new FilePayload("shop.zip", "application/zip", Zip.of(files)));
        page.getByRole(AriaRole.BUTTON, named("Open package")).click();
        page.locator("#found-form").waitFor();
    }

    private static void importWithoutValues(Page page) {
        importPackage(page);
        page.getByRole(AriaRole.BUTTON, named("Create release task")).click();
        page.locator("#problems").waitFor();
    }

    private static void press(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
        page.locator("dialog[open]").waitFor();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
