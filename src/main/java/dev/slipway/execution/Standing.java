package dev.slipway.execution;

import static java.util.stream.Collectors.toMap;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An execution as it stands, as far as its next state, and what is said about it, depend on it. That is so under its lock, and
 * afterwards until its number of changes is another one.
 *
 * @param changeNo counts its changes
 * @param currentPhase the phase that its snapshot begins with
 */
record Standing(Brief.Run run, Status status, long changeNo, int currentPhase, Snapshot snapshot) {

    /** This, if it is as it has just been found to be; empty if it has changed. */
    Optional<Standing> ifStill(Standing found) {
        return changeNo == found.changeNo ? Optional.of(this) : Optional.empty();
    }

    /** How it stands after a change; empty if the next state may depend on tasks that are not part of this. */
    Optional<Standing> after(Changes changes) {
        if (changes.steps().stream().anyMatch(step -> step.phase() != currentPhase)) {
            return Optional.empty();
        }
        var moved = changes.steps().stream().collect(toMap(Snapshot.Step::id, Function.identity()));
        var now = new Snapshot(
                snapshot.way(),
                snapshot.failMode(),
                changes.brake(),
                snapshot.failedBefore(),
                snapshot.steps().stream()
                        .map(step -> moved.getOrDefault(step.id(), step))
                        .toList());
        return Optional.of(new Standing(run, changes.status(), changeNo + 1, currentPhase, now));
    }

    /** What whoever wants to know is told of changes. */
    Transition transition(Changes changes, Instant at) {
        return new Transition(run.id(), run.projectId(), status, changes.status(), changeNo + 1, changes.asking(), at);
    }

    AuditSubject auditSubject() {
        return new AuditSubject("execution", String.valueOf(run.id()), run.releaseName() + " #" + run.no());
    }

    /** What the audit trail tells if changes are its end; empty if they aren't. */
    List<AuditTrail.Deed> ends(Changes changes) {
        return changes.status().isActive()
                ? List.of()
                : List.of(new AuditTrail.Deed(
                        AuditTrail.SLIPWAY,
                        run.projectId(),
                        "execution_ended",
                        auditSubject(),
                        Map.of("status", changes.status().english())));
    }

    /** Its tasks by their ids. */
    Map<Long, Snapshot.Step> steps() {
        return snapshot.steps().stream().collect(toMap(Snapshot.Step::id, Function.identity()));
    }
}
