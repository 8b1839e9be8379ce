package dev.slipway.bench;

import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Archive;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What programs read through the REST API, in a project with 1,000 release tasks and 20,000 executions. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class ApiReadBench {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 200;
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void timesWhatProgramsRead() {
        var busiest = Archive.fill(new OwnProject(Project.DEFAULT_ID), 999, 20_000);
        var release = aReleaseTaskOf40Tasks();
        var execution = Releaser.execute(release);
        Releaser.end(execution);
        var id = PIPELINES + "/" + release;
        var paths = new TreeMap<>(Map.of(
                "api_list", PIPELINES,
                "api_list_of_20", PIPELINES + "?limit=20",
                "api_list_filtered", PIPELINES + "?limit=20&name=archive-9&status=3",
                "api_details", id,
                "api_records", PIPELINES + "/" + busiest + "/records",
                "api_records_deep", PIPELINES + "/" + busiest + "/records?offset=9000",
                "api_record", id + "/records/" + execution,
                "api_hooks", id + "/hooks"));
        // The first figure would else pay for what all of them use.
        var token = Program.of(Accounts.aUser(Role.VIEWER)).token();
        paths.values()
                .forEach(path ->
                        Latencies.of(0, 50, () -> ask(path, token, "", 200).body().length));
        paths.forEach((name, path) -> time(name, path, false));
        time("api_details_unchanged", id, true);
        time("api_list_unchanged", PIPELINES, true);
    }

    private static UUID aReleaseTaskOf40Tasks() {
        var release = Given.release("release-real");
        for (int phase = 0; phase < 4; phase++) {
            var groups = new Given.Group[5];
            for (int group = 0; group < groups.length; group++) {
                var name = "t%d%d".formatted(phase, group);
                groups[group] = Given.group(Given.scripted(name + "a"), Given.scripted(name + "b"));
            }
            release.phase(groups);
        }
        return release.create();
    }

    /** Each figure has a token of its own, which may ask only so often. */
    private void time(String name, String path, boolean known) {
        var token = Program.of(Accounts.aUser(Role.VIEWER)).token();
        var tag = known ? ask(path, token, "", 200).headers().firstValue("ETag").orElseThrow() : "";
        var answers = Latencies.of(WARM_UP, ROUNDS, () -> {
            var asked = System.nanoTime();
            ask(path, token, tag, known ? 304 : 200);
            return System.nanoTime() - asked;
        });
        var conditions = "1,000 release tasks, 20,000 executions, asked for %d times one after another, read, %s"
                .formatted(ROUNDS, Figure.machine());
        new Figure(name + "_median", answers.median(), "ms", conditions).print();
        new Figure(name + "_p95", answers.percentile(95), "ms", conditions).print();
    }

    private HttpResponse<byte[]> ask(String path, String token, String tag, int status) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("X-Auth-Token", token);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException("%s answered %d".formatted(path, answer.statusCode()));
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
