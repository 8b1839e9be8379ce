package dev.slipway.webhook;

import dev.slipway.project.Locked;
import dev.slipway.vault.CannotOpen;
import dev.slipway.vault.Sealed;
import dev.slipway.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The secrets of webhooks, which are stored sealed. */
@ApplicationScoped
class Secrets implements Sealed {

    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    /** Gives a new webhook its first secret; the answer is it in clear, which nobody is shown again. */
    String give(Webhook webhook) {
        var secret = Signature.newSecret();
        webhook.secret = vault.seal(secret, place(webhook));
        return secret;
    }

    /** Gives it another one; for a day the one before signs too. */
    String rotate(Webhook webhook, Instant now) {
        var secret = Signature.newSecret();
        webhook.rotate(vault.seal(secret, place(webhook)), now);
        return secret;
    }

    /** What signs at a time, in clear, the newest first. */
    List<String> signing(Webhook webhook, Instant now) {
        return webhook.secrets(now).stream()
                .map(stored -> vault.open(stored, place(webhook)))
                .toList();
    }

    @Override
    public String what() {
        return "webhooks";
    }

    @Override
    public int renew() {
        var outdated = QuarkusTransaction.requiringNew().call(() -> Webhook.idsNotSealedWith(vault.mark()));
        return (int) outdated.stream().filter(id -> !renew(id)).count();
    }

    private boolean renew(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> Webhook.<Webhook>findByIdOptional(id)
                    .map(Locked::fresh)
                    .ifPresent(this::renew));
            return true;
        } catch (CannotOpen e) {
            return false;
        }
    }

    private void renew(Webhook webhook) {
        webhook.secret = vault.renew(webhook.secret, place(webhook));
        if (webhook.previousSecret != null) {
            webhook.previousSecret = vault.renew(webhook.previousSecret, place(webhook));
        }
    }

    private static String place(Webhook webhook) {
        return "webhook/" + webhook.id();
    }
}
