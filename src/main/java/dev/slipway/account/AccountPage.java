package dev.slipway.account;

import dev.slipway.project.Role;
import dev.slipway.token.TokensView;
import java.util.List;

/**
 * One service account.
 *
 * @param roles what it is in its own project
 */
public record AccountPage(
        String projectId, String project, ServiceAccounts.Row account, List<Role> roles, TokensView tokens) {

    static String path(String projectId, String username) {
        return AccountsPage.path(projectId) + "/" + username;
    }
}
