package dev.slipway.target;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** What people have uploaded to be built, for builds that fetch it; whoever keeps it implements it. */
public interface UploadedSource {

    /**
     * Lets one build fetch an archive, as long as it goes on.
     *
     * @param environment that builds; the archive has to be one of its project
     * @param reference names the archive: {@code sha256:} and 64 hexadecimal digits
     * @throws TargetProblem if there is no such archive (any more), or builds can't reach this Slipway
     */
    Grant grant(UUID environment, String reference, Builder builder);

    /**
     * Who fetches it.
     *
     * @param order the id of the order to build
     * @param until when it has to be done
     */
    record Builder(String order, Instant until) {}

    /**
     * How it is fetched.
     *
     * @param address answers GET with the archive: tar, maybe compressed with gzip, bzip2 or xz
     * @param token goes into {@code Authorization: Bearer}, and to nobody else
     */
    record Grant(URI address, String token) {

        /** Without the token: this may get into a log. */
        @Override
        public String toString() {
            return address.toString();
        }
    }
}
