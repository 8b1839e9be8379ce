package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Answers;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class UploadTest {

    private static final String UPLOADS = "/v3/0/pipeline/pipelines/uploads";
    private static final byte[] SOURCE = Zip.of(Map.of("Dockerfile", "FROM scratch\n"));

    @Inject
    Parts parts;

    @Inject
    UploadRetention retention;

    private PlainBrowser browser;

    @BeforeEach
    void signIn() {
        browser = PlainBrowser.of(Accounts.aUser(Role.DEVELOPER));
    }

    @Test
    void aTaskBuildsWhatIsUploadedForIt() throws Exception {
        Given.environment("production", "kubernetes");
        var task = aBuildTask();
        var form = browser.page(task, 200);
        var seen = form.expectFirst("#task-seen").val();
        var button = form.expectFirst("button[name=upload]");

        var asked = browser.post(
                task,
                Map.of("displayName", "Build web", "seen", seen, "upload", button.val(), "input.artifact", "web"));
        assertThat(Answers.redirect(asked)).isEqualTo(task + "/upload");
        var page = browser.page(task + "/upload", 200);
        assertThat(page.expectFirst("#file-hint").text()).contains("ZIP", "Up to 5 MB");
        assertThat(page.select(".breadcrumbs a").eachText()).endsWith("Build web");
        assertThat(Answers.redirect(send(task, "C:\\src\\web.zip", SOURCE))).isEqualTo(task);

        var chosen = browser.page(task, 200).expectFirst("select[name='input.kubernetes.upload'] option[selected]");
        assertThat(chosen.val()).matches("sha256:[0-9a-f]{64}");
        assertThat(chosen.text()).startsWith("web.zip, ").contains(chosen.val().substring(7, 19));
        assertThat(browser.page(task, 200)
                        .expectFirst("[name='input.artifact']")
                        .val())
                .as("what was typed before")
                .isEqualTo("web");
        assertThat(content()).isEqualTo("Dockerfile: FROM scratch\n");
        assertThat(Rows.audited("source_uploaded")).isOne();
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithAFile() {
        var task = aBuildTask();

        assertThat(Answers.problem(send(task, "web.txt", "hello".getBytes(StandardCharsets.UTF_8)), "file"))
                .contains("no archive", "Pack the source as ZIP");
        assertThat(Answers.problem(send(task, "", new byte[0]), "file")).contains("Choose a file.");
        assertThat(Answers.problem(send(task, "web.tar", new byte[5_700_000]), "file"))
                .contains("larger than 5,632,000 bytes");
        assertThat(Rows.number("select count(*) from upload")).isZero();
    }

    @Test
    void theSameFileIsOneUpload() {
        var program = Program.with(Role.DEVELOPER);

        var first = store(program, "a.zip", SOURCE);
        var second = store(program, "b.zip", SOURCE);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.<String>path("upload")).isEqualTo(first.path("upload"));
        assertThat(second.<String>path("name")).isEqualTo("b.zip");
        assertThat(Rows.values("select name from upload").toString()).isEqualTo("[b.zip]");
        assertThat(Rows.number("select count(*) from upload_part")).isOne();
    }

    @Test
    void aProjectHasPlaceForSoMuchOnly() throws Exception {
        var program = Program.with(Role.DEVELOPER);
        var large = tar(4_000_000);

        assertThat(store(program, "a.tar", large).statusCode()).isEqualTo(200);
        var second = store(program, "b.tar", tar(4_000_001));
        var again = store(program, "c.tar", large);

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.<String>path("error_msg"))
                .isEqualTo(
                        "With it, all uploads of the project would be larger than 6,291,456 bytes, which is the most.");
        assertThat(again.statusCode()).as("what is there takes no more place").isEqualTo(200);
        assertThat(Rows.values("select name from upload").toString()).isEqualTo("[c.tar]");
        var id = (UUID) Rows.values("select id from upload").get(0);
        assertThat(parts.read(id).readAllBytes()).as("of several parts").isEqualTo(large);
    }

    @Test
    void onlyWhoMayEditUploads() {
        assertThat(store(Program.with(Role.VIEWER, Role.RELEASER), "a.zip", SOURCE)
                        .statusCode())
                .isEqualTo(403);
        var stranger = Accounts.aUser();
        OwnProject.create().browserOf(stranger, Role.ADMIN);
        assertThat(store(Program.of(stranger), "a.zip", SOURCE).statusCode()).isEqualTo(404);
        assertThat(Rows.number("select count(*) from upload")).isZero();
    }

    @Test
    void aTaskNamesOnlyWhatItsProjectHas() {
        var program = Program.with(Role.DEVELOPER);
        String upload = store(program, "a.zip", SOURCE).path("upload");

        assertThat(create(program, "right", upload).statusCode()).isEqualTo(200);
        var unknown = create(program, "unknown", "sha256:" + "0".repeat(64));
        Rows.change("update upload set project_id = ?1", OwnProject.create().id());
        var ofOthers = create(program, "others", upload);

        assertThat(ofOthers.statusCode()).isEqualTo(400);
        assertThat(ofOthers.<String>path("error_msg")).contains("no such archive");
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void deletesWhatNobodyNamesAnyMore() {
        var program = Program.with(Role.DEVELOPER);
        String used = store(program, "a.zip", SOURCE).path("upload");
        String ofADraft = store(program, "b.zip", Zip.of(Map.of("b", "b"))).path("upload");
        store(program, "c.zip", Zip.of(Map.of("c", "c")));
        create(program, "right", used);
        var task = aBuildTask();
        browser.post(task, Map.of("seen", seen(task), "input.kubernetes.upload", ofADraft));
        assertThat(retention.sweep()).as("too young").isZero();

        Rows.change("update upload set used_at = used_at - interval '8 days'");

        assertThat(retention.sweep()).isOne();
        assertThat(Rows.values("select name from upload order by name").toString())
                .isEqualTo("[a.zip, b.zip]");
        Rows.change("delete from draft");
        Rows.change("delete from release_task");
        assertThat(retention.sweep()).isEqualTo(2);
        assertThat(Rows.number("select count(*) from upload_part")).isZero();
    }

    private String aBuildTask() {
        var draft = Answers.redirect(browser.post("/releases/new", Map.of("name", "release-" + System.nanoTime())));
        var link = browser.page(draft, 200).expectFirst("a[id^=add-task]").attr("href");
        var group = browser.page(link, 200).expectFirst("input[name=group]").val();
        return Answers.redirect(browser.post(draft + "/tasks", Map.of("type", "build", "group", group)));
    }

    private String seen(String task) {
        return browser.page(task, 200).expectFirst("#task-seen").val();
    }

    private Response send(String task, String name, byte[] file) {
        var token = browser.page(task + "/upload", 200)
                .expectFirst("#upload-form input[name=csrf-token]")
                .val();
        return browser.request()
                .multiPart("csrf-token", token)
                .multiPart("file", name, file)
                .post(task + "/upload");
    }

    private static Response store(Program program, String name, byte[] file) {
        return program.request()
                .queryParam("name", name)
                .contentType("application/octet-stream")
                .body(file)
                .post(UPLOADS);
    }

    private static Response create(Program program, String name, String upload) {
        return program.post(
                "/v3/0/pipeline/pipelines",
                """
                {"name":"release-%s","model_version":2,"config_mode":"ui","stages":[{"display_name":"Build","tasks":[
                  {"display_name":"Build","task_type":"build","input":{"environment":"production","artifact":"web",
                   "kubernetes":{"upload":"%s","image":"registry.example.com/web"}}}]}]}
                """
                        .formatted(name, upload));
    }

    private static byte[] tar(int bytes) throws Exception {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        var packed = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(packed)) {
            var entry = new TarArchiveEntry("Dockerfile");
            entry.setSize(bytes);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return packed.toByteArray();
    }

    /** What builds get of the only upload. */
    private String content() throws Exception {
        var id = (UUID) Rows.values("select id from upload").get(0);
        var bytes = parts.read(id).readAllBytes();
        assertThat(Rows.number("select bytes from upload")).isEqualTo(bytes.length);
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return tar.getNextEntry().getName() + ": " + new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
