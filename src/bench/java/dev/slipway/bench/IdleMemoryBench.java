package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How much memory the packaged Slipway has while nothing happens, its PostgreSQL aside. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class IdleMemoryBench {

    private static final List<String> PAGES =
            List.of("/releases", "/approvals", "/applications", "/environments", "/releases?q=shop");
    private static final int MANY = 100;

    @Test
    void weighsTheIdleServer(@TempDir Path data) throws IOException {
        try (var slipway = PackagedSlipway.start(data)) {
            var admin = Visitor.of(slipway.address(), "admin", "slipway");
            PAGES.forEach(admin::get);
            print(slipway, "idle_memory", "after %d pages".formatted(PAGES.size()));

            for (int round = 0; round < MANY; round++) {
                PAGES.forEach(admin::get);
            }
            print(slipway, "idle_memory_after_use", "after %d pages".formatted((MANY + 1) * PAGES.size()));
        }
    }

    private static void print(PackagedSlipway slipway, String name, String use) throws IOException {
        await("memory of a server that has come to rest")
                .pollDelay(Duration.ofSeconds(5))
                .until(() -> true);
        var conditions = "resident memory of the JVM (VmRSS) with %s, 5 s %s, %s"
                .formatted(slipway.flags(), use, Figure.machine());
        new Figure(name, slipway.residentKib() / 1024.0, "MiB", conditions).print();
    }
}
