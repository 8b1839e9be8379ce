package dev.slipway.trigger;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger policy is set to.
 *
 * @param hooks the schedules; none: only people execute the release task
 * @param tasks the names of the tasks to run; null: all, whatever is added later
 * @param timing the fields of the form; null where it was no form
 * @param revision the revision that was on the page; null: whatever it is
 */
public record Setting(
        List<Hook> hooks, @Nullable Set<String> tasks, @Nullable Timing timing, @Nullable Integer revision) {}
