package dev.slipway.trigger;

import java.util.List;

/**
 * When a release task is to be executed, as it was filled in: what is of no use for the kind is kept too, so that nothing
 * typed is lost.
 *
 * @param at a local date and time, for once
 * @param days weekdays such as {@code MONDAY}, for periodic
 * @param from a local time, for periodic
 * @param to a local time, for periodic
 * @param every minutes, for periodic
 * @param cron expressions, one per line
 * @param offset the offset from UTC of all of these, in hours
 */
public record Timing(
        Kind kind, String at, List<String> days, String from, String to, String every, String cron, int offset) {

    /** The ways to say when. */
    public enum Kind {
        MANUAL,
        ONCE,
        PERIODIC,
        CRON
    }

    private static final Timing NEW = new Timing(
            Kind.MANUAL,
            "",
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
            "09:00",
            "17:00",
            "60",
            "",
            0);

    /** What a release task without a trigger policy has in the form. */
    static Timing untouched() {
        return NEW;
    }

    /** What the form says about schedules that were not made with it. */
    static Timing of(List<Hook> hooks) {
        if (hooks.isEmpty()) {
            return NEW;
        }
        var offset = hooks.get(0).offsetHours();
        // One form has one offset; where the schedules have several, nothing is better than something wrong.
        var together = hooks.stream().allMatch(hook -> hook.offsetHours() == offset);
        var lines =
                together ? String.join("\n", hooks.stream().map(Hook::schedule).toList()) : "";
        return new Timing(Kind.CRON, NEW.at, NEW.days, NEW.from, NEW.to, NEW.every, lines, offset);
    }

    /** The cron expressions. */
    List<String> lines() {
        return cron.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
