package dev.slipway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Database;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SealedSecretTest {

    private final Receiver receiver = new Receiver();
    private Keeper keeper;

    @Inject
    Secrets secrets;

    @BeforeEach
    void signIn() {
        keeper = Keeper.ofTheDefaultProject();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void storesASecretSealed() {
        var webhook = keeper.create("ci", receiver.address());

        assertThat(stored()).startsWith("sealed:1:").doesNotContain(webhook.secret());
    }

    @Test
    void sealsAtItsStartWhatIsStillClear() {
        var webhook = keeper.create("ci", receiver.address());
        Rows.change("update webhook set secret = '" + webhook.secret() + "'");

        assertThat(secrets.renew()).isZero();

        assertThat(stored()).startsWith("sealed:1:");
        keeper.test(webhook);
        assertThat(receiver.awaitMessages(1)).allMatch(message -> message.isSignedBy(webhook.secret()));
    }

    @Test
    void leavesAloneWhatAnUnknownKeyHasSealed() {
        keeper.create("ci", receiver.address());
        Rows.change("update webhook set secret = 'sealed:1:0123456789abcdef:AAAA'");

        assertThat(secrets.renew()).isEqualTo(1);

        assertThat(stored()).isEqualTo("sealed:1:0123456789abcdef:AAAA");
    }

    private static String stored() {
        return Rows.values("select secret from webhook").get(0).toString();
    }
}
