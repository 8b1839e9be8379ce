package dev.slipway.catalog;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about applications, components and environments, {@code {catalog:versions}} in templates; what they say is in {@code messages/catalog_en.properties}. */
@MessageBundle(value = "catalog", locale = "en")
public interface CatalogMessages {

    String createdBy();

    String createdAt();

    String createApplication();

    String createComponent();

    String createEnvironment();

    String partForm(String kind, String existing);

    String partKeepsName();

    String choice(String field);

    String choiceHint(String field, int options);

    String sortOfUse(String sort);

    String deletionOf(String kind, long records);

    String componentsOf(String application);

    String applicationsNoComponentsYet();

    String versions();

    String version();

    String versionsText();

    String versionsPages();

    String versionsNone();

    String versionsNoneTitle();

    String artifact();

    String runsNow();

    String firstVersion();

    String compare();

    String compareWith(String version);

    String compareVersions(String component);

    String compareBreadcrumb();

    String compareFrom();

    String compareTo();

    String setting();

    String difference();

    String differences(int count, long same);

    String secretsHidden();

    String kindOfDifference(String kind);

    String notThere();

    String noDifferences();

    String noDifferencesText(long same);

    String history();

    String historyText();

    String historyPages();

    String historyFrom();

    String historyTo();

    String historyBroughtBy();

    String historyNone();

    String newest();

    String older();

    String inRegion(String environment, String region);

    String connection();

    String connected();

    String notConnected();

    String connectionOf(String environment);

    String connectionIntroduction();

    String connectionAccess();

    String connectionKubeconfig();

    String connectionToken();

    String connectionInCluster();

    String connectionFileLabel();

    String connectionFileHint();

    String connectionText();

    String connectionContext();

    String connectionContextHint();

    String connectionServer();

    String connectionServerHint();

    String connectionCa();

    String connectionCaHint();

    String connectionTokenLabel();

    String connectionKept(boolean kept);

    String connectionNamespace();

    String connectionNamespaceHint();

    String connectionSave();

    String connectionTest();

    String checkTitle(String environment);

    String checkResult(int missing);

    String checkMissing();

    String checkGood();

    String checkAgain();

    String checkEdit();

    String instances();

    String instancesOf(String component);

    String instancesNone();

    String instanceState();

    String instanceReady();

    String instanceRestarts();

    String instanceSince();

    String instanceLog();

    String instancePrevious();

    String instanceLogOf(String instance, boolean previous);

    String instanceLogText();

    String instanceLogFollow();

    String instanceLogFollowing();

    String instanceLogEnded();

    String instanceParts();

    String instanceLogNone();
}
