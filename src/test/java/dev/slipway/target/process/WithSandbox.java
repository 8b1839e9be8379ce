package dev.slipway.target.process;

import dev.slipway.target.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A process target with an artifact of the ledger, and a port for it. */
abstract class WithSandbox {

    final int port = Sandbox.freePort();
    final Progress ready = new Progress.Ready("http://localhost:" + port);
    Sandbox sandbox;

    @BeforeEach
    void openSandbox(@TempDir Path directory) {
        sandbox = new Sandbox(directory).withLedger();
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }
}
