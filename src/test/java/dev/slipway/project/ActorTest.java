package dev.slipway.project;

import static dev.slipway.project.Permission.ADMINISTER;
import static dev.slipway.project.Permission.DECIDE;
import static dev.slipway.project.Permission.EDIT;
import static dev.slipway.project.Permission.EXECUTE;
import static dev.slipway.project.Permission.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void eachRoleMayDoItsPartAndNoMore() {
        assertThat(permissionsOf(Role.VIEWER)).containsExactly(VIEW);
        assertThat(permissionsOf(Role.DEVELOPER)).containsExactly(VIEW, EDIT);
        assertThat(permissionsOf(Role.RELEASER)).containsExactly(VIEW, EXECUTE);
        assertThat(permissionsOf(Role.APPROVER)).containsExactly(VIEW, DECIDE);
        assertThat(permissionsOf(Role.ADMIN)).containsExactly(VIEW, EDIT, EXECUTE, DECIDE, ADMINISTER);
    }

    @Test
    void severalRolesAddUp() {
        assertThat(permissionsOf(Role.DEVELOPER, Role.APPROVER)).containsExactly(VIEW, EDIT, DECIDE);
    }

    @Test
    void aRoleInOneProjectIsNothingInAnother() {
        var actor = actor(Role.ADMIN);

        assertThat(actor.isMemberOf("1")).isFalse();
        assertThat(actor.may("1", VIEW)).isFalse();
    }

    @Test
    void requiringWhatIsMissingSaysWhoLackedWhat() {
        var actor = actor(Role.VIEWER);

        actor.require("0", VIEW);
        assertThatThrownBy(() -> actor.require("0", EXECUTE))
                .isInstanceOf(Forbidden.class)
                .hasMessage("vera may not EXECUTE in project 0");
    }

    private static List<Permission> permissionsOf(Role... roles) {
        var actor = actor(roles);
        return Arrays.stream(Permission.values())
                .filter(permission -> actor.may("0", permission))
                .toList();
    }

    private static Actor actor(Role... roles) {
        return new Actor(1, "vera", "Vera", Map.of("0", Set.of(roles)));
    }
}
