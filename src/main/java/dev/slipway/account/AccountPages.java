package dev.slipway.account;

import dev.slipway.membership.ProjectPage.MemberForm;
import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import dev.slipway.project.Membership;
import dev.slipway.project.Project;
import dev.slipway.project.Rejected;
import dev.slipway.project.Role;
import dev.slipway.token.TokensView;
import dev.slipway.web.Deletion;
import dev.slipway.web.DetailsForm;
import dev.slipway.web.DetailsForms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Looks up what the pages of service accounts show; nobody but an administrator of the project sees them. */
@ApplicationScoped
class AccountPages {

    private final ServiceAccounts accounts;
    private final DetailsForms forms;
    private final AccountMessages messages;

    AccountPages(ServiceAccounts accounts, DetailsForms forms, AccountMessages messages) {
        this.accounts = accounts;
        this.forms = forms;
        this.messages = messages;
    }

    /** All of a project, and an empty form. */
    @Transactional
    AccountsPage all(Actor actor, String project) {
        return all(actor, project, forms.blank(), MemberForm.of("", Set.of(Role.RELEASER)));
    }

    /** All of a project, and what was typed about a new one with what is wrong. */
    @Transactional
    AccountsPage refused(Actor actor, String project, Details typed, Set<Role> roles, Rejected why) {
        return all(actor, project, forms.rejected(typed, 0, why), MemberForm.of("", roles));
    }

    private AccountsPage all(Actor actor, String project, DetailsForm details, MemberForm roles) {
        var found = accounts.of(actor, project);
        return new AccountsPage(
                project,
                Project.byId(project).name(),
                found,
                details,
                roles.with(details.problem(MemberForm.FIRST_ROLE)));
    }

    /** One of them, with its tokens. */
    @Transactional
    AccountPage one(Actor actor, String project, String username, TokensView tokens) {
        var account = accounts.one(actor, project, username);
        var roles =
                Membership.rolesOf(account.userId(), project).stream().sorted().toList();
        return new AccountPage(project, Project.byId(project).name(), account, roles, tokens);
    }

    /** The question whether one may go. */
    @Transactional
    Deletion deleting(Actor actor, String project, String username) {
        accounts.one(actor, project, username);
        var path = AccountPage.path(project, username);
        return new Deletion("projects", username, messages.deletion(), path + "/delete", path, List.of());
    }
}
