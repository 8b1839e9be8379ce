package dev.slipway.archive;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.tasktype.Outcome;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ArchivingTest {

    private static final List<String> PAGES =
            List.of("", "/timeline", "/steps/builds", "/steps/builds/attempts", "/steps/builds/log", "/steps/go-live");

    @Inject
    Archiving archiving;

    @Inject
    Scripted scripts;

    private UUID release;
    private PlainBrowser browser;

    @BeforeEach
    void release() {
        browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        release = Given.release("release-shop")
                .phase(group(scripted("builds")))
                .phase(group(approval("go-live")))
                .create();
        scripts.on("builds", ticket -> {
            ticket.log()
                    .add(IntStream.rangeClosed(1, 1203)
                            .mapToObj(no -> "line %d of “%s”".formatted(no, ticket.attempt()))
                            .toList());
            return scripts.runs("builds") == 1 ? new Outcome.Failed("no compiler") : Scripted.succeeded();
        });
    }

    @Test
    void whatWasArchivedReadsAsBefore() {
        var execution = executed();
        execute(2);
        grow(execution);
        var before = read();
        var record = record(execution);

        archive();

        assertThat(rows(execution)).isZero();
        assertThat(file()).exists();
        assertThat(browser.page("/releases/%s/executions".formatted(release), 200)
                        .select("tbody tr"))
                .hasSize(3);
        assertThat(read()).isEqualTo(before);
        assertThat(rows(execution)).isEqualTo(2);
        archive();
        assertThat(rows(execution)).as("for a day").isEqualTo(2);
        Rows.change("update execution set brought_back_at = now() - interval '25 hours' where id = ?1", execution);
        archive();
        assertThat(rows(execution)).as("after a day").isZero();
        assertThat(record(execution)).isEqualTo(record);
    }

    @Test
    void theNewestTheYoungAndTheActiveStay() {
        var first = executed();
        execute(1);
        var third = Releaser.execute(release);
        Releaser.awaitStatus(third, Status.TO_BE_APPROVED);

        archive();
        assertThat(rows(first)).as("too young").isEqualTo(2);

        List.of(first, first + 1, third).forEach(this::grow);
        archive();

        assertThat(Rows.values("select no from execution where archived_at is not null"))
                .isEqualTo(List.of(1));
        assertThat(rows(third)).isEqualTo(2);
        Releaser.agree(third, "go-live");
        Releaser.end(third);
    }

    @Test
    void rowsAreDeletedOnlyWhenNobodyReadsThemAnyMore() {
        var execution = executed();
        execute(2);
        grow(execution);

        archiving.sweep();
        archiving.sweep();

        assertThat(file()).exists();
        assertThat(rows(execution)).isEqualTo(2);
        read();
        Rows.change("update execution set archived_at = archived_at - interval '1 hour' where id = ?1", execution);
        archiving.sweep();
        assertThat(rows(execution)).as("somebody looked meanwhile").isEqualTo(2);
    }

    @Test
    void aFileThatIsLostIsNamedAndCanBePutBack() throws IOException {
        var execution = executed();
        execute(2);
        grow(execution);
        var before = read();
        archive();
        var elsewhere = Files.move(file(), file().resolveSibling("elsewhere"));

        var page = browser.page(path(""), 409);
        assertThat(page.text()).contains("archived to the file %s/1.ndjson.gz, which is not there".formatted(release));

        Files.write(file(), new byte[] {1, 2, 3});
        assertThat(browser.page(path(""), 409).text()).contains("can't be read");
        write(List.of("{}"));
        assertThat(browser.page(path(""), 409).text()).contains("is broken");
        Files.move(elsewhere, file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherVersionIsRead() throws IOException {
        var execution = executed();
        execute(2);
        grow(execution);
        var before = read();
        archive();

        write(lines().stream()
                .map(line -> line.replace("\"undoes\": null", "\"gone_since\": [1]"))
                .toList());

        assertThat(read()).isEqualTo(before);
    }

    /** The first execution, with two attempts and a decision. */
    private long executed() {
        var execution = Releaser.execute(release);
        Releaser.end(execution);
        Releaser.retry(execution);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        Releaser.agree(execution, "go-live");
        Releaser.end(execution);
        return execution;
    }

    private void execute(int times) {
        for (int time = 0; time < times; time++) {
            Releaser.end(Releaser.execute(release, "builds"));
        }
    }

    private void grow(long execution) {
        Rows.change(
                "update execution set ended_at = now() - interval '366 days' where id = ?1 and ended_at is not null",
                execution);
    }

    /** Sweeps, and again after a time. */
    private void archive() {
        archiving.sweep();
        Rows.change("update execution set archived_at = archived_at - interval '11 minutes'");
        archiving.sweep();
    }

    private List<String> read() {
        return PAGES.stream()
                .map(page -> browser.request()
                        .get(path(page))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .toList();
    }

    private String record(long execution) {
        return Program.with(Role.VIEWER)
                .get("/v3/0/pipeline/pipelines/%s/records/%d".formatted(release, execution))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static long rows(long execution) {
        return Rows.number("select count(*) from step_run where execution_id = ?1", execution);
    }

    private String path(String page) {
        return "/releases/%s/executions/1%s".formatted(release, page);
    }

    private Path file() {
        return Path.of("target/test-archive/%s/1.ndjson.gz".formatted(release));
    }

    private List<String> lines() throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private void write(List<String> lines) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file()))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }
}
