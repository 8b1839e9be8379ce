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

    String releasesText();

    String searchByName();

    String search();

    String loading();

    String anyStatus();

    String sortBy();

    String sortExecuted();

    String sortExecutedReversed();

    String sortName();

    String sortNameReversed();

    String sortCreated();

    String sortCreatedReversed();

    String name();

    String latestExecution();

    String lastExecuted();

    String creator();

    String operation();

    String noneYet();

    String never();

    String view();

    String pages();

    String previous();

    String next();

    String noReleaseNamed(String name);

    String noReleaseMatches();

    String noReleaseMatchesHint();

    String showAllReleases();

    String noReleases();

    String noReleasesHint();

    String resetDemo();

    String resetDemoText();

    String resetDemoNow();

    String notLive();

    String refresh();

    String connectionLostTitle();

    String connectionLost();

    String executeRelease(String name);

    String executeNow();

    String chooseTasks();

    String othersSkipped();

    String tasksInAll(long tasks);

    String tasksSelectedTemplate();

    String selectedTemplate();

    String skippedTemplate();

    String selectAll();

    String selectNone();

    String allTasksOf();

    String phaseTitle(int no, String title);

    String willBeSkipped();

    String oneProblem();

    String selectATask();

    String tasksGone(String names);

    String executionActive(String name, int no, String person);

    String executionActiveHint();

    String goToExecution(int no);

    String execution();

    String recordsNewestFirst();

    String successfulTasks();

    String countOf(int count, int all);

    String starter();

    String noRecords();

    String noRecordsHint();

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

    String releaseProcessView();

    String executionRecords();

    String releaseTaskTabs();

    String executeTask();

    String approve();

    String phases();

    String progressOfTasks();

    String tasksEnded(int ended, int selected);

    String sentenceNotExecuted(int tasks, int phases);

    String sentenceSuccessful(int tasks);

    String sentenceSkipped(int tasks);

    String sentenceFailed(int failed, int selected);

    String sentenceEnded(int succeeded, int selected);

    String sentenceSuccessfulBut(int succeeded, int selected, int waived);

    String sentenceRolledBack(int tasks);

    String sentenceLeftOut(int tasks);

    String sentenceRollbackFailed(int failed, int selected);

    String sentencePaused(int phase, int phases, int ended, int selected);

    String sentenceStopping(int running);

    String sentencePhase(int phase, int phases);

    String sentenceWaitsForYou(int tasks);

    String sentenceWaits(int tasks);

    String sentenceRuns(int tasks);

    String sentenceFailedSoFar(int tasks);

    String waitsForYou(String task);

    String goToIt();

    String currentPhase(int no);

    String phaseNo(int no, int succeeded, int selected);

    String showTasks(int tasks);

    String groupNo(int no);

    String took();

    String attemptNo(int no);

    String waitsSince();

    String announceFailed(String task);

    String announceWaitsForYou(String task);

    String announceWaits(String task);

    String announceEnded(String status);

    String taskType(String id);

    String operationName(String key);

    String more();

    String interveneTitle(String key, String release);

    String interveneText(String key, int running);

    String stopEndsPaused();

    String retryAgain();

    String retryGroup(int phase, int group);

    String retryAsksAgain();

    String retryAsks();

    String retryNothing();

    String retryGoesOn(int tasks);

    String placeInProcess(int phase, int group);

    String tasksRunningNow();

    String checkpointsWithdrawn();

    String skipTitle(String task);

    String skipText();

    String reason();

    String reasonHint();

    String skipReasonMissing();

    String skipReasonTooLong(int length);

    String rollbackTitle(String release);

    String rollbackText(int no);

    String rollbackUndoes();

    String rollbackTick();

    String rollbackEmpty();

    String rollbackRest(int tasks);

    String rollbackNothing();

    String nothingToUndo(String type);

    String executionTabs();

    String timeline();

    String timelineCaption();

    String timelineEmpty();

    String compareAttempts();

    String compareAttemptsOf(String task);

    String besideAttempt();

    String compare();

    String attemptTitle(int no);

    String log();

    String rollsBack();

    String skippedByPerson();

    String importFrom();

    String executionNo(int no);

    String startedBy(String person);

    String startedByAfter(String person);

    String decisions();

    String task();

    String decision();

    String by();

    String when();

    String comments();

    String agree();

    String reject();

    String none();

    String facts();

    String status();

    String type();

    String target();

    String phase();

    String positionInProcess(int no, String title, int group);

    String attempt();

    String started();

    String duration();

    String stillRunning();

    String errorOfAttempt(int no);

    String whatItSays();

    String input();

    String output();

    String logOfAttempt(int no);

    String download();

    String theLog();

    String earlierLines(long count);

    String newLines();

    String manualDecision(String type, String task);

    String decisionRelease();

    String decisionExecution(int no);

    String agreeGoesOnWith(String next);

    String agreeEnds();

    String rejectEnds();

    String commentsHint();

    String commentsTooLong(int length);

    String verdictMissing();

    String alreadyDecidedBy(String person);

    String atTime();

    String yourAnswerChangedNothing();

    String noLongerWaits();

    String noLongerWaitsText(String status);

    String close();

    String cancel();

    String applicationsIntroduction();

    String applicationsNone();

    String applicationsNoneHint();

    String applicationsNoComponents();

    String applicationsComponent();

    String applicationsVersion();

    String applicationsSince();

    String applicationsReleasedBy();

    String applicationsRelease(String name, int no);

    String applicationsEnvironment();

    String applicationsState();

    String applicationsHeldSince(String release);

    String applicationsNothing();

    String applicationsHealthy();

    String applicationsStarting();

    String applicationsNotHealthy();

    String applicationsNothingRuns();

    String applicationsUnknown();

    String applicationsAt();

    String applicationsNoAnswer();

    String applicationsNotAsked();

    String environmentsIntroduction(String region);

    String environmentsNone();

    String environmentsNoneHint(String region);

    String environmentsKind();

    String environmentsKindInWords(String kind);

    String environmentsComponents();

    String environmentsComponentsOf(String environment);

    String environmentsApplication();

    String inboxIntroduction();

    String inboxWaitingForYou();

    String inboxCaption();

    String inboxTask();

    String inboxRelease();

    String inboxExecution(String name, int no);

    String inboxType();

    String inboxSince();

    String inboxOperation();

    String inboxApprove();

    String inboxMore(long count);

    String inboxNone();

    String inboxNoneHint();

    String inboxMayNotDecide();

    String problemsCount(int count);
}
