package dev.slipway.project;

import dev.slipway.audit.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What people say about something they create or edit: its name, and a few words. */
public record Details(String name, String description) {

    /** How long a description may be. */
    public static final int LONGEST_DESCRIPTION = 128;

    /** 2 to 64 characters: a letter first, a letter or digit last, else letters, digits, {@code _} and {@code -}. */
    public static final String NAME_RULE = "[A-Za-z][A-Za-z0-9_-]{0,62}[A-Za-z0-9]";

    private static final Pattern NAME = Pattern.compile(NAME_RULE);

    /** Takes the texts as they were typed; PostgreSQL has no text with a zero in it. */
    public Details {
        name = name.replace("\0", "").strip();
        description = description.replace("\0", "").strip();
    }

    /** @throws Rejected with everything that is wrong */
    public void check() {
        var problems = new ArrayList<Problem>();
        if (name.isEmpty()) {
            problems.add(Problem.of("name", Problem.Reason.NAME_MISSING));
        } else if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("name", Problem.Reason.NAME_RULE));
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            problems.add(new Problem(
                    "description", Problem.Reason.DESCRIPTION_TOO_LONG, String.valueOf(description.length())));
        }
        Rejected.ifAny(List.copyOf(problems));
    }

    /** What is otherwise in the new ones: by field. */
    public Map<String, Object> changesTo(Details now) {
        var changes = new HashMap<String, Object>();
        if (!name.equals(now.name)) {
            changes.put("name", Change.of(name, now.name));
        }
        if (!description.equals(now.description)) {
            changes.put("description", Change.of(description, now.description));
        }
        return changes;
    }
}
