package dev.slipway.engine;

import dev.slipway.execution.StepJobs;
import java.util.Optional;
import java.util.regex.Pattern;

/** One attempt of a step run, as the name of its job. */
record Attempt(long stepRun, int no) {

    private static final Pattern ORDER = Pattern.compile("^(\\d{1,18})-(\\d{1,9})-");

    static Attempt of(String id) {
        var dash = id.indexOf('-');
        return new Attempt(Long.parseLong(id.substring(0, dash)), Integer.parseInt(id.substring(dash + 1)));
    }

    static Attempt of(StepJobs.Started started) {
        return new Attempt(started.stepRun(), started.attempt());
    }

    /** The attempt that gave an order to a target; see {@link dev.slipway.tasktype.Ticket#orderId}. */
    static Optional<Attempt> ofOrder(String order) {
        var parts = ORDER.matcher(order);
        return parts.find()
                ? Optional.of(new Attempt(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    String id() {
        return stepRun + "-" + no;
    }
}
