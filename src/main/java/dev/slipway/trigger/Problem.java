package dev.slipway.trigger;

/**
 * Something that is wrong in the form.
 *
 * @param field the id of the control to correct
 * @param text a sentence that says what is wrong and what is allowed
 */
public record Problem(String field, String text) {}
