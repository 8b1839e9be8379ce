package dev.slipway.upload;

import dev.slipway.catalog.Environment;
import dev.slipway.target.OngoingBuilds;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.UploadedSource;
import dev.slipway.vault.CannotOpen;
import dev.slipway.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a build fetch its source, and nobody else. A token is the name of the build and the end of its time, sealed for one
 * upload; so every node knows it, and nothing has to be stored.
 */
@ApplicationScoped
class Grants implements UploadedSource {

    private static final String SEPARATOR = " until ";

    private final Vault vault;
    private final OngoingBuilds builds;
    private final UploadConfig config;
    private final Clock clock;

    Grants(Vault vault, OngoingBuilds builds, UploadConfig config, Clock clock) {
        this.vault = vault;
        this.builds = builds;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Grant grant(UUID environment, String reference, Builder builder) {
        var project = Environment.byId(environment).projectId();
        var upload = Upload.named(project, reference)
                .orElseThrow(() -> new TargetProblem(
                        "The uploaded archive is not there (any more). Upload it again: %s.".formatted(reference)));
        upload.usedAt = clock.instant();
        var text = builder.order() + SEPARATOR + builder.until().getEpochSecond();
        return new Grant(address(config.address(), upload.id()), vault.seal(text, place(upload.id())));
    }

    static URI address(Optional<URI> slipway, UUID upload) {
        var own = slipway.filter(
                        found -> String.valueOf(found.getScheme()).matches("https?") && found.getHost() != null)
                .orElseThrow(() -> new TargetProblem(
                        "Builds can't fetch what was uploaded: they don't know where this Slipway is. Whoever runs it says"
                                + " so with slipway.upload.address, such as http://slipway.tools.svc:8080."));
        return URI.create(own.toString().replaceFirst("/$", "") + "/uploads/" + upload);
    }

    /** The upload, if this token lets somebody fetch it now. */
    @Transactional
    Optional<Upload> open(UUID upload, String token) {
        return isGood(upload, token) ? Upload.findByIdOptional(upload) : Optional.empty();
    }

    private boolean isGood(UUID upload, String token) {
        try {
            var text = vault.open(token, place(upload)).split(SEPARATOR, -1);
            return clock.instant().getEpochSecond() <= Long.parseLong(text[1]) && builds.isGoing(text[0]);
        } catch (CannotOpen e) {
            return false;
        }
    }

    private static String place(UUID upload) {
        return "upload/" + upload;
    }
}
