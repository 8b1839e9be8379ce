package dev.slipway.token;

import static java.util.Objects.requireNonNullElse;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form for a new token sends. */
public class TokenForm {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String days;

    @RestForm
    @Nullable
    String scope;

    TokensView.Form typed() {
        return new TokensView.Form(
                requireNonNullElse(name, ""),
                requireNonNullElse(days, ""),
                Scope.FULL.name().equals(scope),
                "",
                "");
    }

    /** What is no number of days is none that is allowed. */
    Tokens.Wish wish() {
        var number = requireNonNullElse(days, "").strip();
        return new Tokens.Wish(
                requireNonNullElse(name, ""),
                Scope.FULL.name().equals(scope) ? Scope.FULL : Scope.READ,
                number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0);
    }
}
