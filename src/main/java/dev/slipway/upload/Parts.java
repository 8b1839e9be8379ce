package dev.slipway.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** What is in uploads, part by part. */
@ApplicationScoped
class Parts {

    private static final int BYTES = 1 << 20;

    private final EntityManager database;

    Parts(EntityManager database) {
        this.database = database;
    }

    /** Stores all of a stream, in the caller's transaction. */
    void write(UUID upload, InputStream content) throws IOException {
        var no = 0;
        for (var part = content.readNBytes(BYTES); part.length > 0; part = content.readNBytes(BYTES)) {
            database.createNativeQuery("insert into upload_part (upload_id, no, content) values (?1, ?2, ?3)")
                    .setParameter(1, upload)
                    .setParameter(2, no)
                    .setParameter(3, part)
                    .executeUpdate();
            no++;
        }
    }

    /** All that is stored, read while somebody reads it, with no transaction open in between. */
    InputStream read(UUID upload) {
        return new Reading(upload);
    }

    private final class Reading extends InputStream {

        private final UUID upload;
        private int no;
        private InputStream part;

        Reading(UUID upload) {
            this.upload = upload;
            this.part = new ByteArrayInputStream(part(upload, 0));
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var count = part.read(into, from, most);
            if (count >= 0) {
                return count;
            }
            no++;
            part = new ByteArrayInputStream(part(upload, no));
            return part.read(into, from, most);
        }
    }

    private byte[] part(UUID upload, int no) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = database.createNativeQuery(
                            "select content from upload_part where upload_id = ?1 and no = ?2", byte[].class)
                    .setParameter(1, upload)
                    .setParameter(2, no)
                    .getResultList();
            return found.isEmpty() ? new byte[0] : (byte[]) found.get(0);
        });
    }
}
