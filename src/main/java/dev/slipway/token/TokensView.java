package dev.slipway.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of somebody, and the form for a new one; a part of a page.
 *
 * @param path the page, to which the form is sent too; a token is revoked below it
 * @param made the text of the token that was just made; null where none was
 * @param asked what was typed about a new one
 */
public record TokensView(String path, List<TokenRow> tokens, @Nullable String made, Form asked) {

    /** Whether the form could not be taken. */
    public boolean refused() {
        return !asked.field.isEmpty();
    }

    /**
     * What was typed about a new token.
     *
     * @param field the field that is wrong; empty if nothing is
     * @param problem what is wrong with it
     */
    public record Form(String name, String days, boolean full, String field, String problem) {

        static Form blank() {
            return new Form("", String.valueOf(TokenRules.USUAL_DAYS), false, "", "");
        }

        Form with(String wrongField, String what) {
            return new Form(name, days, full, wrongField, what);
        }

        /** What is wrong with one field; empty if nothing is. */
        public String problemOf(String wanted) {
            return field.equals(wanted) ? problem : "";
        }
    }
}
