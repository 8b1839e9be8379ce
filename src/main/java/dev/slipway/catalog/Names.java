package dev.slipway.catalog;

/** The rule that names follow, as ServiceStage has it for release tasks [servicestage_03_0438]. */
public final class Names {

    /** 2 to 64 characters: a letter first, a letter or digit last, else letters, digits, {@code _} and {@code -}. */
    public static final String RULE = "[A-Za-z][A-Za-z0-9_-]{0,62}[A-Za-z0-9]";

    private Names() {}
}
