package dev.slipway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyringProperties {

    private static final SealingKey OLD = key((byte) 1);
    private static final SealingKey NEW = key((byte) 2);

    @Property(tries = 200)
    void opensWhatItSealedAtItsPlaceOnly(@ForAll String secret, @ForAll String place, @ForAll String elsewhere) {
        var keyring = new Keyring(NEW, List.of());

        var sealed = keyring.seal(secret, place);

        assertThat(keyring.open(sealed, place)).isEqualTo(replaced(secret));
        if (!replaced(place).equals(replaced(elsewhere))) {
            assertThatThrownBy(() -> keyring.open(sealed, elsewhere)).isInstanceOf(CannotOpen.class);
        }
    }

    @Property(tries = 200)
    void noticesEveryChangeOfASealedText(@ForAll @IntRange(min = 0, max = 59) int position) {
        var keyring = new Keyring(NEW, List.of());
        var sealed = keyring.seal("a secret of 32 characters at all", "row/1");
        var start = sealed.lastIndexOf(':') + 1;
        var bytes = Base64.getDecoder().decode(sealed.substring(start));

        bytes[position] ^= 1;

        var changed = sealed.substring(0, start) + Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> keyring.open(changed, "row/1")).isInstanceOf(CannotOpen.class);
    }

    @Property(tries = 50)
    void opensWithAKeyBeforeAndSealsWithTheNewest(@ForAll @Size(max = 40) String secret) {
        var before = new Vault(new Keyring(OLD, List.of())).seal(secret, "row/1");
        var vault = new Vault(new Keyring(NEW, List.of(OLD)));

        var after = vault.renew(before, "row/1");

        assertThat(before).doesNotStartWith(vault.mark());
        assertThat(after).startsWith(vault.mark());
        assertThat(new Vault(new Keyring(NEW, List.of())).open(after, "row/1")).isEqualTo(vault.open(before, "row/1"));
    }

    @Test
    void sealsNothingTwiceInTheSameWayAndSaysWhichKeyIsMissing() {
        var keyring = new Keyring(OLD, List.of());

        var sealed = keyring.seal("whsec_abc", "row/1");

        assertThat(sealed).doesNotContain("whsec").isNotEqualTo(keyring.seal("whsec_abc", "row/1"));
        assertThatThrownBy(() -> new Keyring(NEW, List.of()).open(sealed, "row/1"))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(OLD.id())
                .hasMessageContaining("slipway.secrets.previous-keys");
    }

    @Test
    void saysWhatIsWrongWithKeys() {
        var good = Optional.of(Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(Vault.problem(good, Optional.empty())).isEmpty();
        assertThat(Vault.problem(good, good.map(key -> key + "," + key))).isEmpty();
        assertThat(Vault.problem(Optional.empty(), Optional.empty()).orElseThrow())
                .contains("slipway.secrets.key", "openssl rand -base64 32");
        assertThat(Vault.problem(Optional.of("short"), Optional.empty()).orElseThrow())
                .contains("slipway.secrets.key", "32 bytes");
        assertThat(Vault.problem(good, Optional.of("short")).orElseThrow()).contains("slipway.secrets.previous-keys");
        assertThat(new SealingKey("id", NEW.key())).hasToString("id");
    }

    /** What UTF-8 makes of half a surrogate pair. */
    private static String replaced(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    private static SealingKey key(byte fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, fill);
        return SealingKey.of(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
    }
}
