package dev.slipway.web;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the console; what they say is in {@code messages/msg_en.properties}.
 *
 * <p>In templates {@code {msg:signOut}} and {@code {msg:signedInAs(name)}}. A method without its text, or a text without its
 * method, fails the build.
 */
@MessageBundle(value = "msg", locale = "en")
public interface Messages {

    String language();

    String skipToContent();

    String menu();

    String project();

    String region();

    String signedInAs(String user);

    String signOut();

    String mainNavigation();

    String releaseManagement();

    String regionReleaseTasks();

    String approvals();

    String applicationManagement();

    String applications();

    String environments();

    String breadcrumb();

    String errorPrefix();

    String notLive();

    String refresh();

    String connectionLostTitle();

    String connectionLost();

    String signIn();

    String signInToSlipway();

    String userName();

    String password();

    String notSignedIn();

    String signInRefused();

    String signedOut();

    String demoUsers();

    String demoUsersHint();

    String goToReleases();

    String incident();

    String errorForbiddenTitle();

    String errorForbidden();

    String errorUnknownTitle();

    String errorUnknown();

    String errorConflictTitle();

    String errorConflict();

    String errorRequestTitle();

    String errorRequest();

    String errorFormTitle();

    String errorForm();

    String errorIncidentTitle();

    String errorIncident();
}
