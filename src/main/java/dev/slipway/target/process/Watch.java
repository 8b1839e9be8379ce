package dev.slipway.target.process;

import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Says how a started version does. */
final class Watch {

    private final Machine machine;
    private final HealthCheck healthCheck;

    Watch(Machine machine, HealthCheck healthCheck) {
        this.machine = machine;
        this.healthCheck = healthCheck;
    }

    /** How far a started order is on its way to being healthy. */
    Progress look(Order order, RunSpec spec, Run run) {
        var answer = healthCheck.ask(spec);
        // Listeners before processes, so that a listener's process is among them if it is ours.
        var listeners = machine.listeners(spec.port());
        var processes = run.processes();
        var exit = run.exitCode();
        if (exit.isPresent()) {
            return new Progress.Broken("%s ended with exit code %d.%s"
                    .formatted(name(order), exit.getAsInt(), run.log().lastLines()));
        }
        if (processes.isEmpty()) {
            return new Progress.Broken("%s was ended from outside, such as by a restart of the machine.%s"
                    .formatted(name(order), run.log().lastLines()));
        }
        if (!processes.containsAll(listeners)) {
            return new Progress.Broken(foreigner(spec.port(), without(listeners, processes)));
        }
        if (answer.isWell() && !listeners.isEmpty()) {
            return new Progress.Ready(spec.address());
        }
        if (Instant.now().isBefore(run.startedAt().plus(order.within()))) {
            return new Progress.Working("waiting for " + spec.address() + spec.health());
        }
        return new Progress.Broken("%s did not become healthy in time: the last answer of %s was %s.%s"
                .formatted(
                        name(order),
                        spec.address() + spec.health(),
                        answer.words(),
                        run.log().lastLines()));
    }

    /** How a component does at this moment. */
    Progress health(Order order, RunSpec spec, Set<Long> processes) {
        var answer = healthCheck.ask(spec);
        var listeners = machine.listeners(spec.port());
        if (processes.isEmpty()) {
            return new Progress.Broken(order.component().name() + " does not run.");
        }
        if (!processes.containsAll(listeners)) {
            return new Progress.Broken(foreigner(spec.port(), without(listeners, processes)));
        }
        return answer.isWell() && !listeners.isEmpty()
                ? new Progress.Ready(spec.address())
                : new Progress.Broken("%s runs, but the last answer of %s was %s."
                        .formatted(order.component().name(), spec.address() + spec.health(), answer.words()));
    }

    /** What to say where processes that are not the component's listen on its port. */
    static String foreigner(int port, Set<Long> others) {
        var who = others.stream()
                .filter(pid -> pid != Machine.UNKNOWN_PROCESS)
                .findFirst()
                .map(pid -> "process %d%s".formatted(pid, program(pid)))
                .orElse("a process that Slipway may not look into");
        return "Port %d is taken by %s, which is not this component; stop it or choose another port."
                .formatted(port, who);
    }

    static Set<Long> without(Set<Long> listeners, Set<Long> ours) {
        var others = new HashSet<>(listeners);
        others.removeAll(ours);
        return others;
    }

    private static String program(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .map(" (%s)"::formatted)
                .orElse("");
    }

    private static String name(Order order) {
        return "Version %s of %s".formatted(order.version(), order.component().name());
    }
}
