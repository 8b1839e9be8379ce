package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.token.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TokenTest {

    private final Shell shell = new Shell();
    private String server;

    @BeforeEach
    void address() {
        server = "http://localhost:" + RestAssured.port;
    }

    @Test
    void loginKeepsAServerAndATokenForTheirOwner() throws Exception {
        var token = Program.with(Role.VIEWER).token();

        var login = shell.onATerminal().typing(token).run("login", "--server", server);

        assertThat(login.code()).as(login.err()).isZero();
        var file = shell.home().resolve(".config/slipway/token");
        assertThat(Files.readString(file).strip()).isEqualTo(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(shell.run("releases", "list").code()).isZero();
        assertThat(shell.run("--server", "https://elsewhere.example", "releases", "list")
                        .err())
                .contains("is for " + server);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(shell.run("releases", "list").err()).contains("Others may read", "chmod 600");
        assertThat(shell.run("releases", "list", "--token-file", file.toString())
                        .code())
                .isEqualTo(4);
    }

    @Test
    void aWrongTokenIsNotKept() {
        var login = shell.typing("slip_wrong\n").run("login", "--server", server);

        assertThat(login.code()).isEqualTo(4);
        assertThat(shell.home().resolve(".config/slipway/token")).doesNotExist();
        assertThat(shell.run("releases", "list", "--server", server).err()).contains("There is no token.");
    }

    @Test
    void whatItsOwnerMayNotDoEndsWith4AndNothingPrintsTheToken() {
        var token = Program.of(Accounts.aUser(Role.ADMIN), Scope.READ).token();
        var file = "slipway: 1\nname: release-shop\nbestEffort: false\nphases: []\n";

        var refused = Shell.of(RestAssured.port, token).typing(file).run("--debug", "releases", "create", "-f", "-");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("The token is for reading only.", "POST http://localhost")
                .doesNotContain(token);
        var broken = Shell.of(RestAssured.port, "slip_\nsecret").run("--debug", "releases", "list");
        assertThat(broken.code()).isEqualTo(4);
        assertThat(broken.out() + broken.err()).doesNotContain("secret");
    }
}
