package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only a browser shows of the pages that ask a cluster. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesPagesTest {

    @Test
    void showWhatTheyAskedForAndAxeFindsNothingInIt() {
        try (var cluster = TestCluster.open();
                var browser = Browser.newContext()) {
            Shop.end(Shop.in(cluster).deploy("web", "1.0.0", cluster.image("ready")));
            var release = Given.release("release-web")
                    .phase(Given.group(Shop.task("deploy", "web", "2.0.0", cluster.image("ready-2"))))
                    .create();
            var page = browser.newPage();
            signIn(page);

            var component =
                    "/components/" + Rows.values("select id from component").get(0);
            page.navigate(address(component));
            page.locator("#drift-title").waitFor();
            assertThat(findings(page)).isEmpty();

            page.navigate(address("/releases/%s/execute".formatted(release)));
            page.locator("#show-changes").click();
            page.locator("#execute-changes details").first().waitFor();
            assertThat(findings(page)).isEmpty();

            page.navigate(address(component + "/instances"));
            page.locator("tbody tr").first().waitFor();
            assertThat(findings(page)).isEmpty();
            if (cluster instanceof FakeCluster fake) {
                followsALog(fake, page, component);
            }
        }
    }

    /** Only there the test writes it. */
    private static void followsALog(FakeCluster cluster, Page page, String component) {
        cluster.log("web-1", "one\n");
        page.navigate(address(component + "/instances/web-1/log?follow=true"));
        cluster.log("web-1", "one\ntwo\n");
        page.locator("#log-lines li:nth-child(2)").waitFor();
        assertThat(page.locator("#log-lines li").allInnerTexts()).containsExactly("one", "two");
        assertThat(findings(page)).isEmpty();
    }

    private static void signIn(Page page) {
        page.navigate(address("/sign-in"));
        page.fill("#username", Accounts.aUser(Role.ADMIN, Role.RELEASER));
        page.fill("#password", Accounts.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/releases");
    }

    private static String address(String path) {
        return "http://localhost:%d%s".formatted(RestAssured.port, path);
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Rule::getId).toList();
    }
}
