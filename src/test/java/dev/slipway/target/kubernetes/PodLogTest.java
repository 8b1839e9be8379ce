package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.Inspectable.Log;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodLogTest {

    private static final List<String> CONTAINERS = List.of("main", "sidecar");

    private static final String TEXT =
            """
            2026-01-01T00:00:00.1Z one
            2026-01-01T00:00:00.123456789Z two  words
            2026-01-01T00:00:01Z
            failed to watch file
            """;

    @Test
    void takesTheTimesOffAndRemembersTheLast() {
        assertThat(PodLog.lines(TEXT, null, "main", CONTAINERS))
                .isEqualTo(new Log(
                        "main",
                        CONTAINERS,
                        List.of("one", "two  words", "", "failed to watch file"),
                        Instant.parse("2026-01-01T00:00:01Z")));
    }

    @Test
    void leavesOutWhatTheServerTellsOnceMore() {
        var log = PodLog.lines(TEXT, Instant.parse("2026-01-01T00:00:00.123456789Z"), "main", CONTAINERS);

        assertThat(log.lines()).containsExactly("", "failed to watch file");
    }

    @Test
    void goesOnWhereItWasWhenNothingIsNew() {
        var before = Instant.parse("2026-01-01T00:00:02Z");

        assertThat(PodLog.lines("", before, "main", CONTAINERS))
                .isEqualTo(new Log("main", CONTAINERS, List.of(), before));
        assertThat(PodLog.lines(null, null, "main", CONTAINERS).last()).isNull();
    }
}
