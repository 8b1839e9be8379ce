package dev.slipway.editor;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the editor, {@code {editor:addTask}} in templates; what they say is in {@code messages/editor_en.properties}. They
 * are a bundle of their own because Quarkus breaks one of more than 300 texts.
 */
@MessageBundle(value = "editor", locale = "en")
public interface EditorMessages {

    String createReleaseTask();

    String setBasicInfo();

    String setBasicInfoOf(String name);

    String cloneRelease(String name);

    String deleteRelease(String name);

    String deleteReleaseSays(int phases, int tasks, int executions);

    String delete();

    String save();

    String done();

    String draft();

    String discardDraft();

    String discardDraftOf(String name);

    String discardSays();

    String discardNewSays();

    String youHaveDrafts();

    String draftSavedAt();

    String optional();

    String manyProblems(int count);

    String editorTitle(String name);

    String editorNewTitle(String name);

    String editorEdit();

    String editorIn(String project, String region);

    String editorBestEffortOn();

    String editorBestEffortOff();

    String editorDraftState();

    String editorKept();

    String editorNotYetSaved();

    String editorNewer(String name);

    String editorCompare();

    String editorGone();

    String editorNotWhileActive(int no);

    String editorOrchestrate();

    String editorHint();

    String editorDescription();

    String editorDescriptionHint();

    String editorDescriptionTooLong(int length, int most);

    String editorNameHint();

    String editorNameFree();

    String editorProject();

    String editorProjectHint();

    String editorBestEffort();

    String editorBestEffortHint();

    String editorContinue();

    String editorStale(String whom);

    String editorAnotherTab();

    String editorBasicsTaken();

    String editorNoChange();

    String editorNewPhase();

    String phaseNumber(int no);

    String editorAdded(String name);

    String editorDuplicated(String name);

    String editorDeleted(String name);

    String editorMoved(String name, String where);

    String editorPlace(int no, int all);

    String editorPlaceInPhase(int no, int all, String phase);

    String editorPlaceInGroup(int no, int all, int group, String phase);

    String editorGroupOf(int no, String phase);

    String editorGroup();

    String editorNewGroup();

    String editorActions(String name);

    String editorNeedsAttention(int count);

    String editorEmptyPhase();

    String editorTimeLimit();

    String editorTimeLimitHint(String usual);

    String editorTimeLimitUnit();

    String editorMinutes();

    String editorSeconds();

    String editorKey();

    String editorKeyHint();

    String editorTaskStale();

    String editorRenamedMeanwhile(String name);

    String editorNameLength(int most);

    String editorSomethingElse(String name);

    String editorMeanwhileSays(String name);

    String editorTheirs(String name);

    String editorMine();

    String editorNoChanges();

    String editorWhere();

    String editorBefore();

    String editorAfter();

    String editorNothing();

    String editorSaveMine();

    String editorSaveMineHint(String name);

    String editorTakeTheirs();

    String editorKeepEditing();

    String addTask();

    String addTaskTo(String group);

    String addGroup();

    String addGroupTo(String phase);

    String addPhase();

    String moveUp();

    String moveDown();

    String moveEarlier();

    String moveLater();

    String moveToOther();

    String moveTo(String name);

    String moveHere();

    String duplicate();

    String rename();

    String renamePart(String name);

    String deletePart(String name);

    String deletePartSays(int tasks);

    String fieldLabel(String field);

    String fieldHint(String both, String field);

    String fieldUnset();

    String taskTypeText(String id);

    String editorKubernetes();

    String editorUpload();

    String editorUploadSays(String task);

    String editorUploadFile();

    String editorUploadHint(long megabytes);

    String editorUploadNothing();

    String editorUploadSend();
}
