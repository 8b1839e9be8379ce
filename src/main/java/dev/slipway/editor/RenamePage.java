package dev.slipway.editor;

import org.jspecify.annotations.Nullable;

/**
 * The name of a phase.
 *
 * @param was the name that the form began with
 * @param problem null if nothing is wrong
 */
public record RenamePage(Sheet sheet, String action, String was, String name, @Nullable String problem) {}
