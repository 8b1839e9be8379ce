package dev.slipway.console;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/** The editor in its states, as an admin sees it with the draft of a release task that was never executed. */
final class EditorSights {

    private EditorSights() {}

    static List<Sight> of(Showroom room) {
        return List.of(
                sight(room, "editor", page -> {}),
                sight(room, "menu of a task", page -> page.click("#menu-task-logs")),
                sight(room, "types", page -> open(page, "#add-task-phase-1-0")),
                sight(room, "task", page -> open(page, "#task-go-live")),
                sight(room, "task with a problem", EditorSights::leaveOutTheName),
                sight(room, "basic info of the draft", page -> open(page, "#set-basic-info")),
                sight(room, "discard", page -> open(page, "#discard-draft")),
                sight(room, "move", page -> choose(page, "#menu-task-logs", "#place-task-logs")),
                sight(room, "rename", page -> choose(page, "#menu-phase-phase-1", "#rename-phase-phase-1")),
                sight(room, "delete a phase", page -> choose(page, "#menu-phase-phase-1", "#delete-phase-phase-1")),
                sight(room, "saved with problems", EditorSights::saveWithAnEmptyPhase),
                sight(room, "upload", EditorSights::upload));
    }

    /** The addresses of a draft, each a page and for htmx a fragment. */
    static List<String> pathsOf(String draft) {
        return List.of(
                draft,
                draft + "?checked=true",
                draft + "/tasks/new?group=group:phase-1:0",
                draft + "/tasks/go-live",
                draft + "/tasks/logs?checked=true",
                draft + "/basic-info",
                draft + "/discarding",
                draft + "/parts/place?part=task:logs",
                draft + "/parts/place?part=group:phase-1:0",
                draft + "/parts/name?part=phase:phase-1",
                draft + "/parts/deletion?part=phase:phase-1");
    }

    private static Sight sight(Showroom room, String name, Consumer<Page> then) {
        return new Sight(name, Sight.process(room.untouched()) + "/edit", then);
    }

    private static void open(Page page, String link) {
        page.click(link);
        page.locator("dialog[open]").waitFor();
    }

    private static void choose(Page page, String menu, String link) {
        page.click(menu);
        open(page, link);
    }

    private static void upload(Page page) {
        open(page, "#add-task-phase-1-0");
        page.click("#type-build");
        page.click("#task-kubernetes summary");
        page.click("button[name=upload]");
        page.locator("#upload-form").waitFor();
    }

    private static void leaveOutTheName(Page page) {
        open(page, "#task-go-live");
        page.fill("#displayName", "");
        page.click("#task-done");
        page.locator("#displayName-problem").waitFor();
    }

    private static void saveWithAnEmptyPhase(Page page) {
        page.click("#add-phase");
        page.locator(".phase").nth(3).waitFor();
        page.click("#save-draft");
        page.locator("#problems").waitFor();
    }
}
