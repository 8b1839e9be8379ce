package dev.slipway.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Address;
import dev.slipway.cli.http.Answer;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.http.Client;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Clean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what somebody names, and asks for what is to be done with it. */
final class Releases {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int PAGE = 1000;
    private static final int SUGGESTIONS = 5;

    private final Client client;
    private final String region;

    Releases(Access access) {
        this.client = access.client();
        this.region = access.region();
    }

    Client client() {
        return client;
    }

    /** The query of a list, or of a create. */
    String query(String rest) {
        var parts = new ArrayList<String>();
        if (!region.isEmpty()) {
            parts.add("region=" + Address.encoded(region));
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** @throws Problem if there is no such release task */
    Release find(String nameOrId) {
        if (ID.matcher(nameOrId).matches()) {
            var found = client.send(Ask.get("/" + nameOrId)).json();
            return new Release("/" + nameOrId, found.path("name").asText());
        }
        var similar = new ArrayList<String>();
        for (var offset = 0; ; offset += PAGE) {
            var page = client.send(Ask.get(
                            query("name=%s&limit=%d&offset=%d".formatted(Address.encoded(nameOrId), PAGE, offset))))
                    .json();
            for (var row : page) {
                var name = row.path("name").asText();
                if (name.equals(nameOrId)) {
                    return new Release("/" + Address.encoded(row.path("id").asText()), name);
                }
                similar.add(Clean.line(name));
            }
            if (page.size() < PAGE) {
                throw unknown(nameOrId, similar);
            }
        }
    }

    private Problem unknown(String name, List<String> similar) {
        var where = region.isEmpty() ? "" : " in the region " + region;
        var hint = similar.isEmpty()
                ? "See: slipway releases list"
                : "Did you mean %s?"
                        .formatted(String.join(", ", similar.subList(0, Math.min(SUGGESTIONS, similar.size()))));
        return new Problem(ExitCode.NOT_FOUND, "There is no release task '%s'%s. %s".formatted(name, where, hint));
    }

    /** Everything that a release task says. */
    Answer details(Release release) {
        return client.send(Ask.get(release.path()));
    }

    /** Does something with a release task or its latest execution. */
    JsonNode act(Release release, String action, ObjectNode body) {
        return client.send(Ask.post(
                        "%s/action?action_id=%s".formatted(release.path(), action), Json.TYPE, Json.bytes(body)))
                .json();
    }

    private record Records(long count, List<Execution> records) {}

    /**
     * An execution of a release task, without its tasks.
     *
     * @param no its number; null: the latest
     * @throws Problem if there is none
     */
    Execution execution(Release release, @Nullable Integer no) {
        var latest = page(release, 0);
        if (latest.records().isEmpty()) {
            throw new Problem(
                    ExitCode.NOT_FOUND,
                    "%s was never executed. Run: slipway releases execute %s"
                            .formatted(release.title(), release.title()));
        }
        var newest = latest.records().get(0);
        if (no == null || newest.no() == no) {
            return newest;
        }
        // Executions are numbered without gaps.
        return page(release, Math.max(0, newest.no() - no)).records().stream()
                .filter(execution -> execution.no() == no)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ExitCode.NOT_FOUND,
                        "%s has no execution %d. See: slipway releases records %s"
                                .formatted(release.title(), no, release.title())));
    }

    private Records page(Release release, int offset) {
        return client.send(Ask.get("%s/records?limit=1&offset=%d".formatted(release.path(), offset)))
                .as(Records.class);
    }

    /** Where an execution is in the API. */
    static String path(Release release, long execution) {
        return "%s/records/%d".formatted(release.path(), execution);
    }

    /** An execution with where everything in it stands. */
    Execution whole(Release release, @Nullable Integer no) {
        var found = execution(release, no);
        return client.send(Ask.get(path(release, found.id()))).as(Execution.class);
    }
}
