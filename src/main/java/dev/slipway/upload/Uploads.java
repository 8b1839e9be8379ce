package dev.slipway.upload;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The one door to uploads. What is in one never changes: the same file uploaded twice is one upload. */
@ApplicationScoped
public class Uploads {

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_NAME = 128;

    private static final String INSERT =
            """
            insert into upload (id, project_id, reference, name, bytes, uploaded_by, uploaded_at, used_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
            on conflict (project_id, reference)
            do update set name = excluded.name, uploaded_by = excluded.uploaded_by,
              uploaded_at = excluded.uploaded_at, used_at = excluded.used_at
            returning id
            """;

    private final Parts parts;
    private final EntityManager database;
    private final UploadConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    Uploads(Parts parts, EntityManager database, UploadConfig config, AuditTrail audit, Clock clock) {
        this.parts = parts;
        this.database = database;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** How large a file may be, in bytes. */
    public long mostBytes() {
        return config.maxSize().asLongValue();
    }

    /**
     * Keeps an archive of source for builds of a project.
     *
     * @param name of the file, for people
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws RefusedUpload if it is no archive, a hostile one, or too large
     */
    public Upload store(Actor actor, String project, String name, Path file) {
        actor.require(project, Permission.EDIT);
        try {
            if (Files.size(file) > mostBytes()) {
                throw tooLarge("The file is", mostBytes());
            }
            var reference = digest(file);
            if (SourceArchive.of(file) != SourceArchive.ZIP) {
                return keep(actor, new Content(project, reference, shown(name), file));
            }
            var packed = Files.createTempFile("slipway-upload-", ".tar.gz");
            try {
                ZipAsTar.pack(file, packed);
                return keep(actor, new Content(project, reference, shown(name), packed));
            } finally {
                Files.deleteIfExists(packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Content(String project, String reference, String name, Path file) {}

    private static String shown(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
        return last.isEmpty() ? "source" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    private static String digest(Path file) throws IOException {
        try (var content = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return "sha256:"
                    + HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }

    private Upload keep(Actor actor, Content content) throws IOException {
        var bytes = Files.size(content.file());
        var id = UUID.randomUUID();
        return QuarkusTransaction.requiringNew().call(() -> {
            var kept = insert(actor, content, bytes, id);
            if (kept.equals(id)) {
                if (Upload.bytesOf(content.project())
                        > config.maxSizeOfProject().asLongValue()) {
                    throw tooLarge(
                            "With it, all uploads of the project would be",
                            config.maxSizeOfProject().asLongValue());
                }
                try (var stream = Files.newInputStream(content.file())) {
                    parts.write(id, stream);
                }
            }
            record(actor, content, kept);
            return Upload.named(content.project(), content.reference()).orElseThrow();
        });
    }

    private void record(Actor actor, Content content, UUID id) {
        audit.record(
                actor.username(),
                content.project(),
                "source_uploaded",
                new AuditSubject("upload", id.toString(), content.name()),
                Map.of("reference", content.reference()));
    }

    private UUID insert(Actor actor, Content content, long bytes, UUID id) {
        return (UUID) database.createNativeQuery(INSERT, UUID.class)
                .setParameter(1, id)
                .setParameter(2, content.project())
                .setParameter(3, content.reference())
                .setParameter(4, content.name())
                .setParameter(5, bytes)
                .setParameter(6, actor.username())
                .setParameter(7, clock.instant())
                .getSingleResult();
    }

    private static RefusedUpload tooLarge(String what, long most) {
        return new RefusedUpload("%s larger than %,d bytes, which is the most.".formatted(what, most));
    }

    /** The uploads of a project, the newest first, some of them if there are many. */
    @Transactional
    public List<Upload> of(String project) {
        return Upload.of(project, MOST_SHOWN);
    }

    /** Which of these references a project has uploads of. */
    @Transactional
    public Set<String> known(String project, Collection<String> references) {
        return references.isEmpty() ? Set.of() : Set.copyOf(Upload.references(project, references));
    }
}
