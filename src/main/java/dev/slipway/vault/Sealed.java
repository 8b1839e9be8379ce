package dev.slipway.vault;

/** Stored secrets of one kind, which are sealed anew when the key changes. */
public interface Sealed {

    /** What they are secrets of, for the log: {@code webhooks}. */
    String what();

    /**
     * Sealed texts that are not of the newest key go through {@link Vault#renew}; each row in a transaction of its own, so
     * that one that can't be opened keeps no other from it.
     *
     * @return how many rows could not be opened, because their key is missing
     */
    int renew();
}
