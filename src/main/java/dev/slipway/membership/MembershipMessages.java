package dev.slipway.membership;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about projects and their members, {@code {membership:members}} in templates; what they say is in {@code messages/membership_en.properties}. */
@MessageBundle(value = "membership", locale = "en")
public interface MembershipMessages {

    String enterpriseProjects();

    String projectsText();

    String projectsNone();

    String projectsNoneHint();

    String createProject();

    String projectForm(String existing);

    String projectDeletion();

    String yourRoles();

    String currentProject();

    String switchTo();

    String members();

    String membersText();

    String roles();

    String rolesHint();

    String rolesOf(String person);

    String roleName(String role);

    String roleText(String role);

    String addMember();

    String addMemberHint();

    String addMemberNow();

    String changeMember();

    String removeMember();

    String removeMemberText(String person, String project);

    String removeMemberNow();

    String releaseTasksIn();

    String applicationsIn();

    String environmentsIn();

    String serviceAccountsIn();

    String serviceAccounts();

    String webhooks();
}
