package dev.slipway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.identity.DemoUser;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.SlipwayProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesIT {

    private static final String MISSING =
            """
            select due from (select due_at as due, lead(due_at) over (order by due_at) as next from trigger_start) as starts
            where next - due <> interval '1 second'
            """;

    private final Path data =
            Path.of("target", "two-nodes-it", UUID.randomUUID().toString());
    private final SlipwayProcess first = new SlipwayProcess(data);
    private final SlipwayProcess second = first.anotherNode(data.resolve("second"));

    @AfterEach
    void close() throws IOException {
        second.close();
        first.close();
    }

    @Test
    void everyDueTimeComesToOneStartHoweverManyNodesThereAreAndThoughOneDies() throws Exception {
        first.start();
        second.start();
        setEverySecond();

        await("starts on two nodes").atMost(Duration.ofMinutes(1)).until(() -> starts() >= 6);
        second.kill();
        var before = starts();
        await("starts on the node that is left").atMost(Duration.ofMinutes(1)).until(() -> starts() >= before + 15);

        assertThat(first.query(MISSING)).isEmpty();
        assertThat(first.query("select count(*) from execution where trigger_kind = 'SCHEDULE'"))
                .isEqualTo(first.query("select count(*) from trigger_start where outcome = 'STARTED'"))
                .containsExactly("1");
        assertThat(first.query("select distinct outcome from trigger_start where outcome = 'FAILED'"))
                .isEmpty();
    }

    /** With a checkpoint as its only task, the first execution waits, and all later starts meet it. */
    private void setEverySecond() {
        var browser = new PlainBrowser();
        browser.get("/sign-in");
        browser.signIn(DemoUser.ADMIN.username(), DemoUser.PASSWORD);
        var release = first.query("select id from release_task where name = 'release-payments'")
                .get(0);
        var answer = browser.post(
                "/releases/%s/trigger".formatted(release),
                Map.of(
                        "type",
                        "CRON",
                        "cron",
                        "* * * ? * * *",
                        "offset",
                        "0",
                        "revision",
                        "0",
                        "task",
                        "start-update"));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private long starts() {
        return Long.parseLong(first.query("select count(*) from trigger_start").get(0));
    }
}
