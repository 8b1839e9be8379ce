package dev.slipway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the structured JSON format of CloudEvents 1.0.
 *
 * @param subject the release task and the number of the execution, with the task where it is about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    static CloudEvent of(String id, EventType type, Origin origin, Data data) {
        return new CloudEvent(
                "1.0", id, origin.source(), type.type(), origin.subject(), origin.time(), "application/json", data);
    }

    /** Where and when it happened, and what it is about. */
    record Origin(String source, String subject, Instant time) {}

    /** What happened to what. An event that tries a webhook out has the project only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            Project project,
            @JsonProperty("release_task") @Nullable ReleaseTask releaseTask,
            @Nullable Execution execution,
            @Nullable Checkpoint checkpoint) {}

    /** The enterprise project. */
    record Project(String id, String name) {}

    /** The release task, and its page. */
    record ReleaseTask(String id, String name, String region, String url) {}

    /**
     * The execution, and its page.
     *
     * @param change grows with every change of the execution, so that a receiver can put events in order
     * @param message why it ended as it did, where there is something to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Execution(
            int number,
            @JsonProperty("status_code") int statusCode,
            String status,
            @JsonProperty("started_by") String startedBy,
            @JsonProperty("started_at") Instant startedAt,
            @JsonProperty("ended_at") @Nullable Instant endedAt,
            @JsonProperty("rolls_back") @Nullable Integer rollsBack,
            @Nullable String message,
            long change,
            String url) {}

    /** The task that waits, and where to decide. */
    record Checkpoint(String name, @JsonProperty("display_name") String displayName, int attempt, String url) {}
}
