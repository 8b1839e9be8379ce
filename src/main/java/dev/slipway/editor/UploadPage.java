package dev.slipway.editor;

import org.jspecify.annotations.Nullable;

/**
 * The form that takes the archive of source of a task.
 *
 * @param task its name
 * @param href its address
 * @param megabytes how large the archive may be
 * @param problem null if nothing is wrong
 */
public record UploadPage(Sheet sheet, String task, String href, long megabytes, @Nullable String problem) {}
