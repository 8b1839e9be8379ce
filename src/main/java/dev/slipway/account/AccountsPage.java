package dev.slipway.account;

import dev.slipway.membership.ProjectPage.MemberForm;
import dev.slipway.web.DetailsForm;
import java.util.List;

/**
 * The service accounts of a project, and the form for a new one.
 *
 * @param details what was typed about its name and what it is for
 * @param roles what was ticked
 */
public record AccountsPage(
        String projectId, String project, List<ServiceAccounts.Row> accounts, DetailsForm details, MemberForm roles) {

    /** Where they are. */
    public String path() {
        return path(projectId);
    }

    static String path(String projectId) {
        return "/projects/%s/accounts".formatted(projectId);
    }
}
