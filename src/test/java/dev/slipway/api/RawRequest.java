package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.testing.Contract;
import dev.slipway.testing.Program;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that no client would send. */
final class RawRequest {

    private RawRequest() {}

    /** The status of the answer to a body that is announced and never sent; it has to be as the document says. */
    static int announcing(String method, String path, Program program, long bytes) {
        var head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, program.token(), bytes);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            for (var read = socket.getInputStream().read();
                    read >= 0 && read != '}';
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
            var status = Integer.parseInt(answer.substring(9, 12));
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4) + "}";
            assertThat(Contract.api().problemsOfAnswer(method, path, status, new ObjectMapper().readTree(body)))
                    .isEmpty();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
