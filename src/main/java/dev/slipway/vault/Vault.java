package dev.slipway.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Seals secrets before they are stored, and opens them where they are used. Every sealed text belongs to one place: a word
 * for what it is and the id of its row.
 */
@ApplicationScoped
public class Vault {

    /** The setting with the key. */
    public static final String SETTING = "slipway.secrets.key";

    /** The setting with the keys before. */
    public static final String PREVIOUS = "slipway.secrets.previous-keys";

    private final Keyring keyring;

    @Inject
    Vault(VaultConfig config) {
        this(keyring(config));
    }

    Vault(Keyring keyring) {
        this.keyring = keyring;
    }

    private static Keyring keyring(VaultConfig config) {
        var key = config.key().orElseThrow(() -> new IllegalStateException(missing()));
        var newest = key(SETTING, key);
        return new Keyring(
                newest,
                config.previousKeys().orElse(List.of()).stream()
                        .map(text -> key(PREVIOUS, text))
                        .toList());
    }

    private static SealingKey key(String setting, String text) {
        return SealingKey.of(text).orElseThrow(() -> new IllegalStateException(malformed(setting)));
    }

    /**
     * Why Slipway can't start with these keys, for the person at the terminal; empty if it can.
     *
     * @param previous the keys before, separated by commas
     */
    public static Optional<String> problem(Optional<String> key, Optional<String> previous) {
        if (key.isEmpty()) {
            return Optional.of(missing());
        }
        if (SealingKey.of(key.get()).isEmpty()) {
            return Optional.of(malformed(SETTING));
        }
        return List.of(previous.orElse("").split(",", -1)).stream()
                .filter(text -> !text.isBlank() && SealingKey.of(text).isEmpty())
                .findFirst()
                .map(text -> malformed(PREVIOUS));
    }

    private static String missing() {
        return "Secrets are stored encrypted, for which %s is needed: 32 bytes in Base64, the same on all nodes. Make one with: openssl rand -base64 32"
                .formatted(SETTING);
    }

    private static String malformed(String setting) {
        return "%s has to be 32 bytes in Base64. Make a key with: openssl rand -base64 32".formatted(setting);
    }

    /** Seals a text for one place, with the newest key. The same text sealed twice gives two different ones. */
    public String seal(String clear, String place) {
        return keyring.seal(clear, place);
    }

    /**
     * Opens what was sealed for a place.
     *
     * @throws CannotOpen if its key is not there, or it was changed or belongs elsewhere
     */
    public String open(String sealed, String place) {
        return keyring.open(sealed, place);
    }

    /** How everything begins that the newest key has sealed; the rest has to go through {@link #renew}. */
    public String mark() {
        return keyring.mark();
    }

    /**
     * What to store instead of a text that is clear, or sealed with an earlier key.
     *
     * @throws CannotOpen if its key is not there
     */
    public String renew(String stored, String place) {
        return keyring.seal(Keyring.isSealed(stored) ? keyring.open(stored, place) : stored, place);
    }
}
