package dev.slipway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.slipway.execution.Execution;
import dev.slipway.execution.StepRun;
import dev.slipway.execution.Transition;
import dev.slipway.project.Project;
import dev.slipway.web.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into words for other programs what happened. */
@ApplicationScoped
class CloudEvents {

    // Not the one of the REST API: what it changes there must not change what receivers read.
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String console;

    CloudEvents(ConsoleConfig config) {
        this.console = config.url().replaceAll("/+$", "");
    }

    /** An event, and what kind it is. */
    record Told(EventType type, CloudEvent event) {}

    /** What a change of state is told as: nothing, one event, or several in their order. */
    List<Told> of(Transition transition) {
        var types = types(transition);
        if (types.isEmpty()) {
            return List.of();
        }
        var execution = Execution.byId(transition.execution());
        var project = Project.byId(execution.projectId());
        return types.stream()
                .flatMap(type -> type == EventType.CHECKPOINT
                        ? transition.asking().stream()
                                .map(StepRun::byId)
                                .map(step -> told(type, new About(project, execution, step), transition.at()))
                        : Stream.of(told(type, new About(project, execution, null), transition.at())))
                .toList();
    }

    /** Whether a change of state is told as anything. */
    static boolean tells(Transition transition) {
        return !types(transition).isEmpty();
    }

    private static List<EventType> types(Transition transition) {
        return EventType.of(
                transition.before(), transition.now(), transition.asking().size());
    }

    private record About(Project project, Execution execution, @Nullable StepRun step) {}

    /** What is sent to try a webhook out. */
    Told test(Project project, String webhook, Instant at) {
        var origin = new CloudEvent.Origin(source(project), webhook, at);
        var data = new CloudEvent.Data(new CloudEvent.Project(project.id(), project.name()), null, null, null);
        return new Told(EventType.TEST, CloudEvent.of(id(), EventType.TEST, origin, data));
    }

    /** As it is sent and signed. */
    static String body(CloudEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Told told(EventType type, About what, Instant at) {
        var project = what.project();
        var execution = what.execution();
        var step = what.step();
        var release = "%s/releases/%s".formatted(console, execution.releaseTaskId());
        var page = "%s/executions/%d".formatted(release, execution.no());
        var about = "%s/%d".formatted(execution.releaseName(), execution.no());
        var data = new CloudEvent.Data(
                new CloudEvent.Project(project.id(), project.name()),
                new CloudEvent.ReleaseTask(
                        execution.releaseTaskId().toString(), execution.releaseName(), execution.regionId(), release),
                execution(execution, page),
                step == null ? null : checkpoint(step, page));
        var subject = step == null ? about : "%s/%s".formatted(about, step.name());
        var origin = new CloudEvent.Origin(source(project), subject, at);
        return new Told(type, CloudEvent.of(id(), type, origin, data));
    }

    private static CloudEvent.Execution execution(Execution execution, String page) {
        return new CloudEvent.Execution(
                execution.no(),
                execution.status().code(),
                execution.status().english(),
                execution.startedBy(),
                execution.startedAt(),
                execution.endedAt(),
                execution.rollsBack().orElse(null),
                execution.message(),
                execution.changeNo(),
                page);
    }

    private static CloudEvent.Checkpoint checkpoint(StepRun step, String page) {
        return new CloudEvent.Checkpoint(
                step.name(), step.displayName(), step.attempt(), "%s/steps/%s/decision".formatted(page, step.name()));
    }

    private String source(Project project) {
        return "%s/projects/%s".formatted(console, project.id());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
