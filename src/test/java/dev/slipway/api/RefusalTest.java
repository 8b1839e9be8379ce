package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.action;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RefusalTest {

    private static final int MEGABYTE = 1024 * 1024;

    private Program program;

    @BeforeEach
    void makeToken() {
        program = Program.with(Role.ADMIN);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        var deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
        var veryDeep = "[".repeat(1_000_000);
        for (var body : List.of(
                "{",
                "nonsense",
                "[]",
                "5",
                "\"x\"",
                "null",
                "{}{}",
                "{\"name\":1,\"name\":2}",
                deep,
                veryDeep,
                "\u0000",
                "{\"a\":1e999999999}",
                "{\"a\":" + "9".repeat(2000) + "}",
                "{\"name\":NaN}",
                "// {}")) {
            assertRefused(program.post(PIPELINES, body), 400, "SVCSTG.00100400");
        }
    }

    @Test
    void textsThatNoDatabaseTakesAreRefused() {
        for (var text : List.of("\\u0000", "\\ud800", "x\\udfff")) {
            program.post(
                            PIPELINES,
                            DOCUMENTED.replace("\"description\":\"\"", "\"description\":\"%s\"".formatted(text)))
                    .then()
                    .statusCode(400)
                    .body("error_msg", equalTo("description: This text has a character that does not exist."));
            assertRefused(
                    program.post(
                            PIPELINES, DOCUMENTED.replace("\"name\":\"bkdi55\"}", "\"name\":\"%s\"}".formatted(text))),
                    400,
                    "SVCSTG.00100400");
            assertRefused(program.post(PIPELINES, "{\"%s\":1}".formatted(text)), 400, "SVCSTG.00100400");
        }
        program.post(PIPELINES, DOCUMENTED.replace("Go live", "上线 🚀")).then().statusCode(200);
    }

    @Test
    void numbersOfAnySizeAreNoTrouble() {
        for (var number : List.of("9".repeat(30), "-1", "1.5", "1e400", "true", "\"2\"", "[2]", "{}")) {
            for (var field : List.of("\"model_version\":2", "\"order_index\":0", "\"input\":{}")) {
                var changed = field.replaceFirst(":.*", ":" + number);
                var answer = program.post(
                        PIPELINES, DOCUMENTED.replace(field, changed).replace("gn7mre", "x"));
                assertThat(answer.statusCode()).as(changed).isIn(200, 400);
            }
        }
    }

    @Test
    void otherTypesPathsAndMethodsAreRefusedInJson() {
        for (var type : List.of("text/plain", "application/xml")) {
            assertRefused(
                    program.request()
                            .contentType(type)
                            .body("{}".getBytes(StandardCharsets.UTF_8))
                            .post(PIPELINES),
                    415,
                    "SLIPWAY.00100415");
        }
        assertRefused(program.request().multiPart("a", "b").post(PIPELINES), 415, "SLIPWAY.00100415");
        assertRefused(program.request().formParam("a", "b").post(PIPELINES), 415, "SLIPWAY.00100415");
        for (var path : List.of("/v3", "/v3/", "/v3/0", "/v3/0/pipeline", "/v3/x/y", PIPELINES + "/a/b/c")) {
            assertRefused(program.get(path), 404, "SVCSTG.00100408");
        }
        assertRefused(program.send("PATCH", PIPELINES, "{}"), 405, "SLIPWAY.00100405");
        assertRefused(program.request().delete(PIPELINES), 405, "SLIPWAY.00100405");
        assertRefused(program.request().accept("text/html").get(PIPELINES), 406, "SLIPWAY.00100406");
    }

    @Test
    void aKnownAddressTellsWhichMethodsItTakes() {
        var id = pipeline(Api.nobody());
        Map.of(
                        action(Api.nobody(), "start"),
                        "OPTIONS, POST",
                        id + "/clone",
                        "OPTIONS, POST",
                        id + "/hooks",
                        "GET, HEAD, OPTIONS, POST, PUT",
                        id + "/records",
                        "GET, HEAD, OPTIONS",
                        id + "/records/1/tasks/a/log",
                        "GET, HEAD, OPTIONS",
                        id,
                        "DELETE, GET, HEAD, OPTIONS, PUT",
                        PIPELINES,
                        "GET, HEAD, OPTIONS, POST",
                        PIPELINES + "/parse-template-package",
                        "OPTIONS, POST")
                .forEach(this::assertTakesOnly);
    }

    private void assertTakesOnly(String path, String methods) {
        for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE")) {
            if (!Arrays.asList(methods.split(", ")).contains(method)) {
                var answer = program.send(method, path, "{}");
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(answer.header("Allow")).as(path).isEqualTo(methods);
            }
        }
    }

    @Test
    void oddAddressesAreNotThere() {
        for (var id :
                List.of("%00", "..%2f..", "%ff", "'", "a".repeat(2000), "😀", "00000000-0000-0000-0000-00000000000g")) {
            var answer = program.request().urlEncodingEnabled(!id.contains("%")).get(pipeline(id));
            assertThat(answer.statusCode()).as(id).isIn(400, 404);
        }
        program.request()
                .urlEncodingEnabled(false)
                .get(PIPELINES + "?name=%00%ff&status=x")
                .then()
                .statusCode(400);
        program.request()
                .urlEncodingEnabled(false)
                .get(PIPELINES + "?name=%00%ff")
                .then()
                .statusCode(200);
    }

    @Test
    void aCookieOfAPageMakesNoDifference() {
        program.request().cookie("csrf-token", "nonsense").get(PIPELINES).then().statusCode(200);
        program.request()
                .cookie("csrf-token", "nonsense")
                .contentType(Program.JSON)
                .body(DOCUMENTED)
                .post(PIPELINES)
                .then()
                .statusCode(200);
        program.get(PIPELINES).then().header("Set-Cookie", equalTo(null));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        var large = new byte[6 * MEGABYTE];
        Arrays.fill(large, (byte) ' ');

        for (var chunked : List.of(true, false)) {
            for (var bytes : List.of(large, Arrays.copyOf(large, 12 * MEGABYTE))) {
                var answer = send(bytes, chunked);
                assertThat(answer).as("%d, %s", bytes.length, chunked).contains("413", "SLIPWAY.00100413");
            }
        }
    }

    private String send(byte[] body, boolean chunked) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request(body, chunked));
            } catch (IOException closed) {
                // Whoever has answered already need not read on; whether this is seen is a matter of time.
                assertThat(closed).isInstanceOf(SocketException.class);
            }
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            for (var read = in.read(); read >= 0 && read != '}'; read = in.read()) {
                answer.append((char) read);
            }
            return answer.toString();
        }
    }

    private byte[] request(byte[] body, boolean chunked) {
        var size = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        var head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                        .formatted(PIPELINES, program.token(), size);
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes((chunked ? "%x\r\n".formatted(body.length) : "").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        request.writeBytes((chunked ? "\r\n0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }

    private static void assertRefused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("error_code", equalTo(code))
                .body("error_msg", not(containsString("Exception")));
        assertThat(answer.asString()).hasSizeLessThan(2000).doesNotContain("dev.slipway", "com.fasterxml", "at org.");
    }
}
