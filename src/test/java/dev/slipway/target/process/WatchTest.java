package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest extends WithSandbox {

    private static final List<String> SLEEP = List.of("sleep", "300");

    @Test
    void leavesTheRunningVersionUpWhenThePortOfTheNextIsTaken() throws IOException {
        var first = sandbox.order("1", "1.0", port);
        sandbox.applyAndWait(first);
        var foreign = foreignServer(0);
        try {
            var taken = foreign.getAddress().getPort();

            assertThatThrownBy(() -> sandbox.target.apply(sandbox.order("2", "2.0", taken)))
                    .isInstanceOf(TargetProblem.class)
                    .hasMessageStartingWith("Port %d is taken by process %d".formatted(taken, ourPid()));
            assertThat(sandbox.target.look(first)).isEqualTo(ready);
        } finally {
            foreign.stop(0);
        }
    }

    @Test
    void isNotReadyBecauseAnotherProcessAnswers() throws IOException {
        var order = sandbox.order("1", "1.0", port, SLEEP, Map.of());
        sandbox.target.apply(order);
        Sandbox.until(() -> sandbox.runs().get(0).isAlive());
        var foreign = foreignServer(port);
        try {
            assertThat(Sandbox.brokenBecause(sandbox.target.look(order)))
                    .startsWith("Port %d is taken by process %d".formatted(port, ourPid()));
            assertThat(sandbox.target.health(order)).isInstanceOf(Progress.Broken.class);
        } finally {
            foreign.stop(0);
        }
    }

    private static HttpServer foreignServer(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static long ourPid() {
        return ProcessHandle.current().pid();
    }
}
