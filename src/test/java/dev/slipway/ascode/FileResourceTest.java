package dev.slipway.ascode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Release tasks as files, over HTTP. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FileResourceTest {

    private static final String FILE =
            """
            slipway: 1
            name: release-shop
            description: About the shop
            bestEffort: true
            phases:
              - key: build
                name: Build
                groups:
                  - tasks:
                      - key: wait
                        name: Wait a little
                        type: wait
                        timeLimitSeconds: 60
                        input:
                          seconds: 3
                      - key: go
                        name: Go?
                        type: manual_approval
                        input: {}
            """;

    OwnProject project;
    PlainBrowser browser;

    @BeforeEach
    void begin() {
        project = OwnProject.create();
        browser = project.browserOf(Role.DEVELOPER);
    }

    @Test
    void importsAFileAndExportsTheSameBytes() {
        var created = send(FILE, false);

        assertThat(created.statusCode()).isEqualTo(303);
        var export = browser.get(created.header("location").replaceAll("^https?://[^/]+", "") + "/export");
        assertThat(export.header("content-disposition")).isEqualTo("attachment; filename=\"release-shop.yaml\"");
        assertThat(export.asString()).isEqualTo(FILE);
    }

    @Test
    void saysOnWhichLineWhatIsWrongAndWhatIsAllowed() {
        var broken = FILE.replace("seconds: 3", "seconds: soon")
                .replace("manual_approval", "manual_aproval")
                .replace("bestEffort: true", "bestEfort: true");

        assertThat(problems(send(broken, false)))
                .containsExactly("Line 4: There is no field bestEfort in the file. There are: slipway, name,"
                        + " description, bestEffort, phases.");
        var page = send(broken.replace("bestEfort", "bestEffort"), false);
        assertThat(problems(page)).contains("Line 15: Enter a whole number.");
        assertThat(problems(page))
                .last()
                .asString()
                .startsWith("Line 18: There is no task type manual_aproval. There are: build,");
        assertThat(Jsoup.parse(page.asString()).expectFirst("#text").wholeText())
                .contains("manual_aproval");
        assertThat(problems(send("a: [", false)).get(0)).startsWith("Line 1: This is no YAML");
        assertThat(problems(send("", false))).containsExactly("Line 1: The file must have one document, and has 0.");
    }

    @Test
    void namesWhatIsMissing() {
        var incomplete = FILE.replace("type: manual_approval", "type: create_application");

        assertThat(problems(send(incomplete, false))).containsExactly("Line 19: name: Enter a value.");
    }

    @Test
    void replacesOnlyWhatItIsToldTo() {
        send(FILE, false);
        var changed = FILE.replace("seconds: 3", "seconds: 4");

        assertThat(problems(send(changed, false)).get(0))
                .isEqualTo("Line 2: There is a release task release-shop already. Choose another name.");
        assertThat(send(changed, true).statusCode()).isEqualTo(303);
        assertThat(Rows.values(
                        "select input ->> 'seconds' from step s join release_task r on r.id = s.release_task_id"
                                + " where r.project_id = ?1 and s.name = 'wait'",
                        project.id()))
                .isEqualTo(List.of("4"));
    }

    @Test
    void isOnlyForThoseWhoMayEdit() {
        var viewer = project.browserOf(Role.VIEWER);

        assertThat(viewer.get("/releases/from-file").statusCode()).isEqualTo(403);
        browser = viewer;
        assertThat(send(FILE, false).statusCode()).isEqualTo(403);
    }

    private Response send(String text, boolean replace) {
        return browser.postMultipart("/releases/from-file", Map.of("text", text, "replace", replace));
    }

    private static List<String> problems(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.asString()).select("#problems li").eachText();
    }
}
