package dev.slipway.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final AddressRules LOOPBACK = rules("127.0.0.1");

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void keepsTheBeginningOfTheAnswerOnly() {
        try (var server =
                new FileServer(Map.of("/", FileServer.file("ä".repeat(1_000_000).getBytes(UTF_8))))) {
            var answer = send(server.address("/"), LOOPBACK);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.beginning()).isEqualTo("ä".repeat(1_000));
        }
    }

    @Test
    void whateverHasAStatusIsAnAnswer() {
        try (var server = new FileServer(
                Map.of("/elsewhere", FileServer.redirect("http://127.0.0.1:1/"), "/broken", FileServer.status(500)))) {
            assertThat(send(server.address("/elsewhere"), LOOPBACK)).isEqualTo(new Post.Answer(302, ""));
            assertThat(send(server.address("/broken"), LOOPBACK)).isEqualTo(new Post.Answer(500, ""));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForLongerThanAllowed() {
        try (var server = new FileServer(Map.of("/", FileServer.partly("begun", 1_000)))) {
            assertThat(send(server.address("/"), LOOPBACK)).isEqualTo(new Post.Answer(200, "begun"));
        }
    }

    @Test
    void whoeverDoesNotAnswerInTimeDidNotAnswer() {
        try (var server = new FileServer(Map.of("/", exchange -> {}))) {
            assertThatThrownBy(() -> send(server.address("/"), LOOPBACK))
                    .isInstanceOf(RefusedCall.class)
                    .hasMessage("There was no answer within 1 seconds.");
        }
        assertThatThrownBy(() -> send("http://127.0.0.1:1/", LOOPBACK)).hasMessageContaining("could not be reached");
    }

    @Test
    void neverCallsAnInternalAddressThatIsNotAllowed() {
        try (var server = new FileServer(Map.of("/", FileServer.status(204)))) {
            for (var host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254")) {
                var address = server.address("/").replace("127.0.0.1", host);
                assertThatThrownBy(() -> send(address, rules())).as(host).isInstanceOf(RefusedCall.class);
                assertThatThrownBy(() -> post().check(address, rules()))
                        .as(host)
                        .hasMessageContaining("An administrator can allow it with the setting.");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    private static AddressRules rules(String... networks) {
        return AddressRules.of(Optional.of(List.of(networks)), "the setting");
    }

    private static Post post() {
        return new Post(VERTX);
    }

    private static Post.Answer send(String address, AddressRules rules) {
        return post().send(new Post.Letter(address, Map.of("a", "b"), "{}"), rules, Duration.ofSeconds(1));
    }
}
