package dev.slipway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.database.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpPortTest {

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThatThrownBy(() -> at(port, true).mustBeFree())
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d on localhost is already taken by another program: "
                                    + "stop it or choose another port with -Dquarkus.http.port=%d.",
                            port, port + 1);
        }
    }

    @Test
    void acceptsAnyFreePort() {
        assertThatCode(() -> at(0, true).mustBeFree()).doesNotThrowAnyException();
    }

    @Test
    void mindsNoTakenPortThatIsNotUsed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatCode(() -> at(other.getLocalPort(), false).mustBeFree()).doesNotThrowAnyException();
        }
    }

    private static HttpPort at(int port, boolean used) {
        return new HttpPort(new InetSocketAddress("localhost", port), used);
    }
}
