package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.project.Role;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.Targets;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DeadProcessTest {

    private static final Path ROOT = Path.of("target", "process");

    private static final String MORTAL =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;

            class Mortal {
                public static void main(String[] args) throws Exception {
                    var address = new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
                    var server = HttpServer.create(address, 0);
                    server.createContext("/health", exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    @Inject
    Targets targets;

    private OwnProject project;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
    }

    @Test
    void aProcessThatDiedIsNotShownAsRunning() throws IOException {
        var port = freePort();
        Files.createDirectories(ROOT.resolve("artifacts/mortal/1"));
        Files.writeString(ROOT.resolve("artifacts/mortal/1/Mortal.java"), MORTAL);
        Map<String, Object> spec =
                Map.of("command", List.of("java", "-XX:TieredStopAtLevel=1", "Mortal.java"), "port", port);
        var component = Stock.of(project, "process")
                .application("shop")
                .running("shop", "mortal", new ComponentVersion.Content("mortal/1", spec));
        var ref = new ComponentRef(component.id(), "shop", "mortal", Stock.ENVIRONMENT, component.environmentId());
        start(new Order("1", ref, "1.2.3", "a test", "mortal/1", spec, Duration.ofSeconds(60)));
        var browser = project.browserOf(Role.VIEWER);

        assertThat(state(browser)).isEqualTo("Running at http://localhost:" + port);
        targets.of("process").stop("stop", ref);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(browser)).isEqualTo("Not healthy mortal does not run."));
    }

    private void start(Order order) {
        var target = targets.of("process");
        target.apply(order);
        await().atMost(Duration.ofSeconds(60)).until(() -> target.look(order) instanceof Progress.Ready);
    }

    private static String state(PlainBrowser browser) {
        return browser.page("/applications", 200)
                .expectFirst("td[data-label='State now']")
                .text();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
