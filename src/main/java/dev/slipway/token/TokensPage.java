package dev.slipway.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the user.
 *
 * @param made the text of the token that was just made; null where none was
 * @param asked what was typed about a new one
 */
record TokensPage(List<Row> tokens, @Nullable String made, Form asked) {

    /**
     * A token.
     *
     * @param expiresAt null: never
     * @param lastUsedAt null: never
     */
    record Row(
            long id,
            String name,
            Scope scope,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            boolean expired) {}

    /**
     * What was typed about a new token.
     *
     * @param field the field that is wrong; empty if nothing is
     * @param problem what is wrong with it
     */
    record Form(String name, String days, boolean full, String field, String problem) {

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
