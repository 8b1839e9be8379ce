package dev.slipway.api;

import dev.slipway.trigger.Hook;
import java.util.List;
import java.util.Set;

/** One schedule, with its offset from UTC in two parts [servicestage_06_0252]. */
record HookBody(String schedule, String timezoneOperator, int timezoneHour) {

    private static final String EAST = "+";
    private static final String WEST = "-";
    private static final int WESTERNMOST = -12;
    private static final int EASTERNMOST = 14;

    /** @param hooks empty: only people execute the release task */
    record Policy(int strategyType, List<HookBody> hooks) {

        static Policy of(List<Hook> hooks) {
            return new Policy(
                    hooks.isEmpty() ? 0 : 1, hooks.stream().map(HookBody::of).toList());
        }
    }

    private static HookBody of(Hook hook) {
        return new HookBody(hook.schedule(), hook.offsetHours() < 0 ? WEST : EAST, Math.abs(hook.offsetHours()));
    }

    static Hook read(Node node) {
        var schedule = node.get("schedule").mandatory().text();
        var operator = node.get("timezone_operator").mandatory();
        if (operator.json().isTextual() && !Set.of(EAST, WEST).contains(operator.text())) {
            operator.wrong("This must be + or -.");
        }
        var hour = node.get("timezone_hour").mandatory();
        var number = hour.number();
        var hours = number == null ? 0 : number;
        var offset = operator.text().equals(WEST) ? -hours : hours;
        if (hours < 0 || offset < WESTERNMOST || offset > EASTERNMOST) {
            hour.wrong("The offset must be one from UTC-12 to UTC+14.");
        }
        return new Hook(schedule, offset);
    }
}
