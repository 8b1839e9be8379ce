package dev.slipway.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bodies of requests, up to the most that is allowed, whatever their headers say about their size. */
@ApplicationScoped
class Bodies {

    private final int mostBytes;

    Bodies(ApiConfig config) {
        this.mostBytes = Math.toIntExact(config.maxBody().asLongValue());
    }

    /** @throws BadRequest if it is too large or breaks off */
    byte[] read(InputStream body) {
        try {
            var read = body.readNBytes(mostBytes + 1);
            if (read.length > mostBytes) {
                throw new BadRequest(413, tooLarge(mostBytes));
            }
            return read;
        } catch (IOException e) {
            throw new BadRequest("The body broke off.");
        }
    }

    static Response tooLarge(Errors errors, long mostBytes) {
        return errors.of(413, tooLarge(mostBytes));
    }

    /** What is said of a body that is larger. */
    static String tooLarge(long mostBytes) {
        return "The body is larger than %,d bytes, which is the most.".formatted(mostBytes);
    }
}
