package dev.slipway.token;

/** What a token may be called, and how long it may last. */
final class TokenRules {

    /** How many days a token lasts where nobody says. */
    static final int USUAL_DAYS = 90;

    static final int MOST_DAYS = 365;
    static final int LONGEST_NAME = 64;

    private TokenRules() {}

    /** @throws RefusedToken if anything is wrong */
    static Tokens.Wish check(Tokens.Wish wish) {
        // PostgreSQL has no text with a zero in it.
        var name = wish.name().replace("\0", "").strip();
        if (name.isEmpty()) {
            throw new RefusedToken(RefusedToken.Why.NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            throw new RefusedToken(RefusedToken.Why.NAME_TOO_LONG);
        }
        if (wish.days() < 1 || wish.days() > MOST_DAYS) {
            throw new RefusedToken(RefusedToken.Why.DAYS);
        }
        return new Tokens.Wish(name, wish.scope(), wish.days());
    }
}
