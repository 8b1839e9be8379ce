package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PlainBrowser;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who writes release tasks in a browser without script. Addresses are paths: of a draft, a task, a release task. */
record Author(PlainBrowser browser) {

    String newDraft(String name) {
        var answer = browser.post("/releases/new", Map.of("name", name));
        return pathOf(answer.then().statusCode(303).extract().header("Location"));
    }

    String save(String draft) {
        addTask(draft, "wait");
        return pathOf(browser.post(draft + "/saving", Map.of())
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
    }

    String addTask(String draft, String type) {
        return addTask(draft, page(draft).expectFirst("a[id^=add-task]"), type);
    }

    String addTask(String draft, Element link, String type) {
        var form = browser.page(pathOf(link.attr("href")), 200);
        var group = form.expectFirst("input[name=group]").val();
        assertThat(form.select("button[name=type]").eachAttr("value")).contains(type);
        return pathOf(browser.post(draft + "/tasks", Map.of("type", type, "group", group))
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
    }

    Response send(String task, Map<String, String> typed, int status) {
        var form = new HashMap<String, String>(typed);
        form.put("seen", page(task).expectFirst("#task-seen").val());
        var answer = browser.post(task, form);
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    /** Gives the draft another name. */
    void basics(String draft, String name) {
        var seen = browser.page(draft + "/basic-info", 200)
                .expectFirst("input[name=seen]")
                .val();
        assertThat(browser.post(draft + "/basic-info", Map.of("name", name, "seen", seen))
                        .statusCode())
                .isEqualTo(303);
    }

    void change(String draft, String change) {
        var answer = browser.post(draft + "/changes", Map.of("change", change, "shape", shape(draft)));
        assertThat(answer.statusCode()).as(change).isEqualTo(303);
    }

    /** Presses a button of the orchestration. */
    void press(String draft, String button) {
        change(draft, page(draft).expectFirst("#" + button).val());
    }

    /** Opens what a link of the editor leads to. */
    Document follow(String draft, String link) {
        return page(pathOf(page(draft).expectFirst("#" + link).attr("href")));
    }

    String shape(String draft) {
        return page(draft).expectFirst("#orchestration-shape").val();
    }

    List<String> cards(String draft) {
        return page(draft).select(".card").eachAttr("id").stream()
                .map(Author::keyOf)
                .toList();
    }

    Document page(String path) {
        return browser.page(path, 200);
    }

    Document refused(String path, Map<String, String> form, int status) {
        return Jsoup.parse(
                browser.post(path, form).then().statusCode(status).extract().asString());
    }

    static Document parse(Response answer, int status) {
        return Jsoup.parse(answer.then().statusCode(status).extract().asString());
    }

    static List<String> rows(Document page, String section) {
        return page.select("section[aria-labelledby=" + section + "-title] tbody tr")
                .eachText();
    }

    static String keyOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/') + 1, path.startsWith("card-") ? 5 : 0));
    }

    static String pathOf(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }
}
