package dev.slipway.target.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a pod is not ready, as its status tells it.
 *
 * @param reason the word of Kubernetes for it: {@code ImagePullBackOff}
 * @param sentence for people
 * @param container whose log may say more; empty: none
 * @param previous whether the log of the run before says it
 * @param hopeless whether waiting changes nothing
 */
record Hang(String reason, String sentence, String container, boolean previous, boolean hopeless) {

    private static final Set<String> IMAGE =
            Set.of("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "RegistryUnavailable");
    private static final Set<String> CONFIGURATION = Set.of("CreateContainerConfigError", "CreateContainerError");

    /** What keeps a pod from being ready; empty if nothing does that its status tells. */
    static Optional<Hang> of(String pod, Map<String, Object> content) {
        var status = Values.map(content.get("status"));
        var scheduled = Rollout.condition(status, "PodScheduled");
        if (scheduled.isPresent() && "False".equals(scheduled.get().get("status"))) {
            return Optional.of(new Hang(
                    "Unschedulable",
                    "Pod %s finds no node: %s"
                            .formatted(pod, Values.text(scheduled.get().get("message"))),
                    "",
                    false,
                    false));
        }
        for (var containers : List.of("initContainerStatuses", "containerStatuses")) {
            for (var container : Values.maps(status.get(containers))) {
                var hang = container(pod, container);
                if (hang.isPresent()) {
                    return hang;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Hang> container(String pod, Map<String, Object> container) {
        var name = Values.text(container.get("name"));
        var waiting = Values.map(Values.at(container, "state", "waiting"));
        var reason = Values.text(waiting.get("reason"));
        var message = Values.text(waiting.get("message"));
        var start = starting(pod, container, reason, message);
        return start.isPresent() ? start : running(pod, name, container, reason);
    }

    private static Optional<Hang> starting(String pod, Map<String, Object> container, String reason, String message) {
        if (IMAGE.contains(reason) || reason.equals("InvalidImageName")) {
            return Optional.of(new Hang(
                    reason,
                    "Pod %s can't get the image %s (%s): %s"
                            .formatted(pod, Values.text(container.get("image")), reason, message),
                    "",
                    false,
                    reason.equals("InvalidImageName")));
        }
        if (CONFIGURATION.contains(reason)) {
            return Optional.of(new Hang(
                    reason, "Pod %s can't be started (%s): %s".formatted(pod, reason, message), "", false, false));
        }
        return Optional.empty();
    }

    private static Optional<Hang> running(String pod, String name, Map<String, Object> container, String reason) {
        var restarts = Values.number(container.get("restartCount"), 0);
        if (reason.equals("CrashLoopBackOff") || (ended(container) && restarts > 0)) {
            return Optional.of(new Hang(
                    "CrashLoopBackOff",
                    "Pod %s ends again and again, %s so far%s".formatted(pod, times(restarts), exit(container)),
                    name,
                    true,
                    false));
        }
        if (Values.at(container, "state", "running") != null && Boolean.FALSE.equals(container.get("ready"))) {
            return Optional.of(new Hang(
                    "Unready",
                    "Pod %s runs, but its readiness probe does not succeed".formatted(pod),
                    name,
                    false,
                    false));
        }
        return Optional.empty();
    }

    private static String times(long number) {
        return number == 1 ? "once" : number + " times";
    }

    private static boolean ended(Map<String, Object> container) {
        return Values.at(container, "state", "terminated") != null;
    }

    private static String exit(Map<String, Object> container) {
        var code = Values.at(container, "lastState", "terminated", "exitCode");
        var why = Values.text(Values.at(container, "lastState", "terminated", "reason"));
        return code == null ? "" : ", the last time with exit code %s (%s)".formatted(code, why);
    }
}
