package dev.slipway.trigger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of a trigger policy, filled in. */
final class Filled {

    private Filled() {}

    /** A form that is right as it is, with other values for some fields. */
    static Map<String, Object> form(String type, Object... others) {
        var form = new HashMap<String, Object>(Map.of(
                "type", type,
                "task", List.of("one", "two"),
                "revision", "0",
                "at", "2098-07-21T09:30",
                "day", List.of("MONDAY"),
                "from", "00:00",
                "to", "00:59",
                "every", "10",
                "cron", "0 0 9 ? * MON-FRI *",
                "offset", "8"));
        for (int index = 0; index < others.length; index += 2) {
            form.put((String) others[index], others[index + 1]);
        }
        return form;
    }
}
