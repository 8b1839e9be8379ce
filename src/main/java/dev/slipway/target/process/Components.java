package dev.slipway.target.process;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What runs of each component on this machine, and how one version takes the place of another. */
final class Components {

    private static final String REPLACED = "A later order took the place of this one.";

    private final Path directory;
    private final Artifacts artifacts;
    private final Machine machine;
    private final Launcher launcher;
    private final Watch watch;

    Components(Path directory, Artifacts artifacts, Machine machine, Launcher launcher, Watch watch) {
        this.directory = directory;
        this.artifacts = artifacts;
        this.machine = machine;
        this.launcher = launcher;
        this.watch = watch;
    }

    void apply(Order order) {
        var spec = RunSpec.of(order.spec());
        var turns = turns(order.component());
        if (turns.find(order.id()).isEmpty()) {
            artifacts.find(order.artifact());
            var others = others(turns, spec);
            if (!others.isEmpty()) {
                // Said before anything is stopped, so that the running version stays up.
                throw new TargetProblem(Watch.foreigner(spec.port(), others));
            }
        }
        var run = turns.take(order.id());
        if (run.claim().isEmpty()) {
            advance(order, spec, turns, run);
        }
    }

    Progress look(Order order) {
        var spec = RunSpec.of(order.spec());
        var turns = turns(order.component());
        var found = turns.find(order.id());
        if (found.isEmpty()) {
            return new Progress.Broken("Nothing is known of this order in %s; was it deleted?".formatted(directory));
        }
        var run = found.get();
        var claim = run.claim();
        if (claim.isEmpty()) {
            return advance(order, spec, turns, run);
        }
        if (claim.get() instanceof Claim.Closed closed) {
            return new Progress.Broken(closed.why());
        }
        var progress = watch.look(order, spec, run);
        return progress instanceof Progress.Broken && !turns.isLast(run) ? new Progress.Broken(REPLACED) : progress;
    }

    /** Takes a turn of its own, so that it ends what came before it, however late or often it is asked for. */
    void stop(String order, ComponentRef component) {
        var turns = turns(component);
        var why = "%s was stopped.".formatted(component.name());
        var turn = turns.take(order);
        turn.close(why);
        end(turns.before(turn), why);
    }

    void withdraw(String order, ComponentRef component) {
        turns(component).take(order).close("It was given up before it was started.");
    }

    Progress health(Order order) {
        return watch.health(order, RunSpec.of(order.spec()), processes(turns(order.component())));
    }

    /** Goes on with an order that has not started anything yet: stops what ran before it, then starts it. */
    private Progress advance(Order order, RunSpec spec, Turns turns, Run run) {
        if (!turns.isLast(run)) {
            return closed(run, REPLACED);
        }
        if (end(turns.before(run), REPLACED)) {
            return waiting(order, run, "waiting for the version before to stop");
        }
        var others = others(turns, spec);
        if (others.equals(Set.of(Machine.UNKNOWN_PROCESS))) {
            // What has just been killed can hold its port for a moment longer than it is a process.
            return waiting(order, run, "waiting for port %d to be free".formatted(spec.port()));
        }
        if (!others.isEmpty()) {
            return closed(run, Watch.foreigner(spec.port(), others));
        }
        var failure = run.launcherLog().lastLines();
        if (!failure.isEmpty() && isLate(order, run)) {
            return closed(run, notStarted(order, "the launcher failed.") + failure);
        }
        launcher.launch(run, artifacts.find(order.artifact()), spec.command(), environment(order, spec, run));
        return new Progress.Working("starting");
    }

    /** What is in the way may go within the time that the version has; an order that is only late finds its way free. */
    private static Progress waiting(Order order, Run run, String what) {
        return isLate(order, run)
                ? closed(run, notStarted(order, "it was still " + what + "."))
                : new Progress.Working(what);
    }

    private static boolean isLate(Order order, Run run) {
        return Instant.now().isAfter(run.takenAt().plus(order.within()));
    }

    private static String notStarted(Order order, String why) {
        return "Version %s of %s could not be started in time: %s"
                .formatted(order.version(), order.component().name(), why);
    }

    /** Where another caller was faster, the next look says what came of it. */
    private static Progress closed(Run run, String why) {
        return run.close(why) ? new Progress.Broken(why) : new Progress.Working("starting");
    }

    /** Sees to it that none of these runs; says whether one still does. */
    private boolean end(List<Run> runs, String why) {
        runs.forEach(run -> run.close(why));
        // Looked up after closing: whatever could not be closed is among them.
        var all = machine.processes();
        var alive = runs.stream().filter(run -> !run.processes(all).isEmpty()).toList();
        alive.forEach(Run::end);
        return !alive.isEmpty();
    }

    private Set<Long> others(Turns turns, RunSpec spec) {
        return Watch.without(machine.listeners(spec.port()), processes(turns));
    }

    private Set<Long> processes(Turns turns) {
        var all = machine.processes();
        var processes = new HashSet<Long>();
        turns.all().forEach(run -> processes.addAll(run.processes(all)));
        return processes;
    }

    private static Map<String, String> environment(Order order, RunSpec spec, Run run) {
        var variables = CleanEnvironment.of(run);
        variables.putAll(spec.variables());
        variables.put("PORT", String.valueOf(spec.port()));
        variables.put("SLIPWAY_COMPONENT", order.component().name());
        variables.put("SLIPWAY_VERSION", order.version());
        return variables;
    }

    private Turns turns(ComponentRef component) {
        return new Turns(directory.resolve(component.id().toString()), machine);
    }
}
