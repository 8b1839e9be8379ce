package dev.slipway.editor;

/**
 * A question before something is lost.
 *
 * @param says what goes and what stays
 * @param action where the answer is sent
 * @param change what the orchestration is asked to do; empty where the action says it all
 * @param patches whether the answer changes the page that asked; otherwise it leads to another
 * @param button what the button does
 */
public record QuestionPage(
        Sheet sheet, String says, String action, String change, String shape, boolean patches, String button) {}
