package dev.slipway.vault;

import dev.slipway.project.FirstProject;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/** Seals everything with the newest key when Slipway starts, before anybody needs it; what is still clear, too. */
@ApplicationScoped
class Renewal {

    private static final Logger LOG = Logger.getLogger(Renewal.class);

    private final Instance<Sealed> secrets;

    Renewal(@Any Instance<Sealed> secrets) {
        this.secrets = secrets;
    }

    void renew(@Observes @Priority(FirstProject.PRIORITY + 200) StartupEvent start) {
        secrets.forEach(Renewal::renew);
    }

    private static void renew(Sealed kind) {
        var closed = kind.renew();
        if (closed > 0) {
            LOG.errorf(
                    "%d secrets of %s can't be opened: the key that sealed them is neither %s nor in %s.",
                    closed, kind.what(), Vault.SETTING, Vault.PREVIOUS);
        }
    }
}
