package dev.slipway.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the API answered. */
public final class Answer {

    private static final int NOT_MODIFIED = 304;

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    /** Whether the caller has this already. */
    public boolean isKnown() {
        return status() == NOT_MODIFIED;
    }

    /** A header; empty if there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body, untouched. */
    public byte[] bytes() {
        return response.body();
    }

    /** @throws Problem if it is no JSON */
    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(bytes());
        } catch (IOException e) {
            throw new Problem(ExitCode.NOT_REACHED, "The server does not answer as Slipway does. Check --server.", e);
        }
    }

    /** @throws Problem if it is not what a Slipway answers */
    public <T> T as(Class<T> type) {
        return Json.read(json(), type);
    }

    boolean isBusy() {
        return status() == 429 || (status() >= 502 && status() <= 504);
    }

    /** What {@code Retry-After} says in seconds; zero if it says nothing, or a date. */
    Duration retryAfter() {
        var seconds = header("Retry-After");
        return Duration.ofSeconds(seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) : 0);
    }

    /** @throws Problem if it is a refusal */
    Answer orProblem() {
        var status = status();
        if (status < 300 || isKnown()) {
            return this;
        }
        throw new Problem(exitCode(status), sentence(status));
    }

    private static ExitCode exitCode(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.NOT_PERMITTED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409, 412 -> ExitCode.CONFLICT;
            default -> ExitCode.NOT_REACHED;
        };
    }

    private String sentence(int status) {
        if (status < 400) {
            return "The server sends us elsewhere, and a token follows nobody. Set --server to the address itself: %s"
                    .formatted(header("Location"));
        }
        var said = said();
        return switch (status) {
            case 401 ->
                "The token is missing, wrong, expired or revoked. Make one under API tokens in the console,"
                        + " then set SLIPWAY_TOKEN or run: slipway login";
            case 403 -> said.isEmpty() ? "The owner of the token may not do this." : said;
            default ->
                said.isEmpty() ? "The server answered %d. Is there a Slipway at --server?".formatted(status) : said;
        };
    }

    /** The sentence of the API; empty if it is none of it that answered. */
    private String said() {
        try {
            return Json.MAPPER
                    .readTree(new String(bytes(), StandardCharsets.UTF_8))
                    .path("error_msg")
                    .asText("");
        } catch (IOException e) {
            return "";
        }
    }
}
