package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.DemoOfTwoRegions;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
@TestProfile(DemoOfTwoRegions.class)
class DemoSignInTest {

    @Test
    void theDemoTellsWhoCanSignIn() {
        var page = new PlainBrowser().page("/sign-in", 200);

        assertThat(page.select("aside li").eachText())
                .containsExactly("viewer", "developer", "releaser", "approver", "admin");
        assertThat(page.select("aside").text()).contains("password slipway");
    }

    @Test
    void whereThereAreSeveralRegionsTheTopBarSwitches() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.VIEWER));
        var before = browser.page("/no/such/page", 404);

        var answer = browser.post("/region", Map.of("region", "south"));

        assertThat(before.select("form[action=/region] [aria-current]").text()).isEqualTo("north");
        assertThat(answer.header("Location")).endsWith("/releases");
        assertThat(browser.page("/no/such/page", 404)
                        .select("form[action=/region] [aria-current]")
                        .text())
                .isEqualTo("south");
        assertThat(browser.post("/region", Map.of("region", "nowhere")).statusCode())
                .isEqualTo(404);
    }
}
