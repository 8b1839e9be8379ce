package dev.slipway.isolation;

import static dev.slipway.isolation.Case.unknown;

import dev.slipway.identity.Users;
import dev.slipway.project.Project;
import dev.slipway.testing.Rows;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;

/** A service account of the default project with a token, and how every route would be asked for it. */
record AccountSecrecy(long token) {

    static final Map<String, String> TYPED = Map.of("name", "stolen", "days", "1", "role", "ADMIN");

    private static final String NAME = Secrecy.MARK + "bot";
    private static final long TOKEN = 1;

    static AccountSecrecy create() {
        var user = Arc.container().instance(Users.class).get().createMachine(NAME, NAME);
        Rows.change(
                "insert into service_account values (?1, ?2, ?3, now(), 'a test')",
                user.id(),
                Project.DEFAULT_ID,
                Secrecy.MARK);
        Rows.change(
                "insert into api_token values (?1, ?2, ?3, sha256('x'), 'READ', now(), null, null)",
                TOKEN,
                user.id(),
                Secrecy.MARK);
        return new AccountSecrecy(TOKEN);
    }

    List<Case> cases() {
        var all = "/projects/{project}/accounts";
        var one = all + "/{username}";
        var project = Project.DEFAULT_ID;
        return List.of(
                unknown("GET " + all, project),
                unknown("POST " + all, project).with(TYPED),
                unknown("GET " + one, project, NAME),
                unknown("POST " + one, project, NAME).with(TYPED),
                unknown("GET " + one + "/{id}/revoke", project, NAME, token),
                unknown("POST " + one + "/{id}/revoke", project, NAME, token),
                unknown("GET " + one + "/delete", project, NAME),
                unknown("POST " + one + "/delete", project, NAME));
    }

    /** The same through a project that the stranger administers. */
    List<String> detours(String project) {
        var one = "/projects/%s/accounts/%s".formatted(project, NAME);
        return List.of(one, one + "/" + token + "/revoke", one + "/delete");
    }
}
