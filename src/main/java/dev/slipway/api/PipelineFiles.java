package dev.slipway.api;

import dev.slipway.ascode.ReleaseFiles;
import dev.slipway.project.Actor;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Our extension: release tasks as the YAML files that the console exports and imports. */
@ApplicationScoped
class PipelineFiles {

    /** The media type of RFC 9512. */
    static final String TYPE = "application/yaml";

    private final ReleaseFiles files;

    PipelineFiles(ReleaseFiles files) {
        this.files = files;
    }

    /** Whether the body of a request is one, and no JSON. */
    static boolean isOne(HttpHeaders sent) {
        return sent.getMediaType() != null && sent.getMediaType().isCompatible(MediaType.valueOf(TYPE));
    }

    /** The bytes that the console exports. */
    byte[] write(Actor actor, ReleaseTask release) {
        return files.export(actor, release.id()).text().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ReleaseFiles.BadFile with everything that is wrong, by line */
    @Transactional
    Answered create(Actor actor, ReleaseTask.Home home, byte[] body) {
        return answered(ReleaseTask.byId(files.take(actor, home, text(body), false)));
    }

    /**
     * Replaces what a release task says.
     *
     * @param revision the one that the caller knows; empty: whatever is there
     * @throws ReleaseFiles.BadFile with everything that is wrong, by line
     */
    @Transactional
    Answered edit(Actor actor, ReleaseTask release, OptionalInt revision, byte[] body) {
        var current = ReleaseTask.locked(release.id());
        var base = new ReleaseTasks.Base(current.id(), revision.orElse(current.revision()));
        return answered(files.edit(actor, base, text(body)));
    }

    /** What is no UTF-8 gets marks that the reader refuses or shows, as in the console. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Answered answered(ReleaseTask release) {
        ReleaseTask.flush();
        return Answered.of(PipelineBody.of(release), PipelineBody.etag(release));
    }
}
