package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class EnvironmentResourceTest {

    private OwnProject project;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleSeesTheEnvironmentsWithTheirComponents(Role role) {
        var stock = Stock.of(project, "process").application("shop");
        stock.running("shop", "storefront");
        stock.component("shop", "catalog");

        var section = project.browserOf(role).page("/environments", 200).expectFirst("section:has(#env-production)");

        assertThat(section.select("dt, dd").eachText())
                .containsExactly("Kind", "Processes on the machine of Slipway", "Region", "local", "Components", "2");
        assertThat(section.select("tbody tr").eachText())
                .containsExactly("catalog shop Nothing runs", "storefront shop 1.2.3");
        assertThat(section.expectFirst("tbody td a").attr("href")).isEqualTo("/applications#app-shop");
    }

    @Test
    void aRegionWithoutEnvironmentsSaysSo() {
        assertThat(project.browserOf(Role.VIEWER)
                        .page("/environments", 200)
                        .expectFirst("main")
                        .text())
                .contains("There are no environments in this region");
    }

    @Test
    void otherProjectsStayInvisible() {
        Stock.of(OwnProject.create(), "process").application("secret-shop").component("secret-shop", "vault");

        assertThat(project.browserOf(Role.ADMIN).page("/environments", 200).html())
                .doesNotContain("vault", "env-production");
    }

    @Test
    void strangersHaveToSignIn() {
        assertThat(new PlainBrowser().get("/environments").header("Location")).endsWith("/sign-in");
    }
}
