package dev.slipway.catalog;

import dev.slipway.project.Details;

/** The rule that names follow, as ServiceStage has it for release tasks [servicestage_03_0438]. */
public final class Names {

    /** 2 to 64 characters: a letter first, a letter or digit last, else letters, digits, {@code _} and {@code -}. */
    public static final String RULE = Details.NAME_RULE;

    /** What to say about a name that breaks the rule. */
    public static final String WRONG =
            "Enter 2 to 64 characters: letters, digits, _ and -, a letter first, a letter or digit last";

    private Names() {}
}
