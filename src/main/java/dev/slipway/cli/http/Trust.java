package dev.slipway.cli.http;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusting the authorities of a file, and no others. */
final class Trust {

    private Trust() {}

    /**
     * A context that trusts what a file has.
     *
     * @param file certificates in PEM, one or more
     * @throws Problem if there are none
     */
    static SSLContext in(Path file) {
        try (var input = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw unusable(file, null);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    private static Problem unusable(Path file, @org.jspecify.annotations.Nullable Exception why) {
        return new Problem(
                ExitCode.USAGE,
                "%s has no certificates that can be read: --ca needs a file in PEM.".formatted(file),
                why);
    }
}
