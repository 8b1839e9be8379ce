package dev.slipway.api;

import dev.slipway.execution.Execution;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Interventions;
import dev.slipway.execution.NothingSelected;
import dev.slipway.execution.StepRun;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.release.Executing;
import dev.slipway.release.ReleaseTask;
import dev.slipway.rollback.RollbackPage;
import dev.slipway.rollback.RollingBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done with a release task and its latest execution, by the verbs that pages call. */
@ApplicationScoped
class Actions {

    private static final int LONGEST_MESSAGE = 1000;

    private final Executing executing;
    private final Executions executions;
    private final Interventions interventions;
    private final RollingBack rollingBack;
    private final Addressed addressed;

    Actions(
            Executing executing,
            Executions executions,
            Interventions interventions,
            RollingBack rollingBack,
            Addressed addressed) {
        this.executing = executing;
        this.executions = executions;
        this.interventions = interventions;
        this.rollingBack = rollingBack;
        this.addressed = addressed;
    }

    /** Does what {@code action_id} says; in the caller's transaction. */
    Execution perform(Actor actor, ReleaseTask release, String action, Node body) {
        return switch (action) {
            case "start" -> start(actor, release, body);
            case "stop" -> {
                var execution = addressed.latest(release);
                interventions.stop(actor, execution.id());
                yield execution;
            }
            case "continue" -> {
                var execution = addressed.latest(release);
                interventions.goOn(actor, execution.id());
                yield execution;
            }
            case "terminate" -> {
                var execution = addressed.latest(release);
                interventions.terminate(actor, execution.id());
                yield execution;
            }
            case "retry" -> retry(actor, addressed.latest(release), body);
            case "approval" -> decide(actor, addressed.latest(release), body);
            case "skip" -> skip(actor, addressed.latest(release), body);
            case "rollback" -> rollBack(actor, release, body);
            default ->
                throw new BadRequest("action_id: This must be start, stop, retry, approval, continue or rollback,"
                        + " or one of our own: terminate, skip.");
        };
    }

    private Execution start(Actor actor, ReleaseTask release, Node body) {
        var selected = Selection.of(body, release);
        body.problems().refuse();
        var begun = selected == null
                ? executing.executeAll(actor, release.id())
                : executing.execute(actor, release.id(), selected);
        return Execution.byId(begun.id());
    }

    private Execution retry(Actor actor, Execution execution, Node body) {
        var selected = Selection.of(body, execution);
        body.problems().refuse();
        if (selected != null && selected.isEmpty()) {
            throw new NothingSelected();
        }
        interventions.retry(actor, execution.id(), selected == null ? Set.of() : selected);
        return execution;
    }

    private Execution decide(Actor actor, Execution execution, Node body) {
        var task = body.get("task_name").mandatory().text();
        var type = body.get("approval_type").mandatory();
        if (type.json().isTextual()
                && !Set.of(DecisionBody.AGREE, DecisionBody.REFUSE).contains(type.text())) {
            type.wrong("This must be agree or refuse.");
        }
        var message = message(body.get("message"));
        body.problems().refuse();
        var verdict = type.text().equals(DecisionBody.AGREE) ? Verdict.AGREE : Verdict.REJECT;
        var attempt = StepRun.byName(execution, task).attempt();
        executions.decide(actor, new Executions.Deciding(execution.id(), task, attempt, verdict, message));
        return execution;
    }

    private Execution skip(Actor actor, Execution execution, Node body) {
        var task = body.get("task_name").mandatory().text();
        var reason = body.get("message").mandatory();
        var message = message(reason);
        if (reason.json().isTextual() && message.isEmpty()) {
            reason.wrong("Say why the task is skipped.");
        }
        body.problems().refuse();
        interventions.skip(actor, execution.id(), task, message);
        return execution;
    }

    private static String message(Node node) {
        var message = node.text().replace("\r\n", "\n").strip();
        if (message.length() > LONGEST_MESSAGE) {
            node.wrong("%d characters are too many: at most %d.".formatted(message.length(), LONGEST_MESSAGE));
        }
        return message;
    }

    /** Without a selection, as the page offers it: what nobody else has changed since. */
    private Execution rollBack(Actor actor, ReleaseTask release, Node body) {
        var execution = addressed.latest(release);
        var selected = Selection.of(body, execution);
        body.problems().refuse();
        var tasks = selected != null
                ? selected
                : rollingBack.preview(actor, release.id(), execution.no()).parts().stream()
                        .filter(RollbackPage.Part::selected)
                        .map(RollbackPage.Part::name)
                        .collect(Collectors.toSet());
        if (selected == null && tasks.isEmpty()) {
            throw new Conflict("Execution %d of %s has nothing that can be rolled back."
                    .formatted(execution.no(), execution.releaseName()));
        }
        return Execution.byId(
                rollingBack.rollBack(actor, release.id(), execution.no(), tasks).id());
    }
}
