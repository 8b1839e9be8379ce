package dev.slipway.membership;

import dev.slipway.web.DetailsForm;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new project, or for an existing one.
 *
 * @param existing the name that the one to be edited has; null for a new one
 * @param action where the form goes
 * @param back where to go instead
 */
public record ProjectForm(@Nullable String existing, String action, String back, DetailsForm form) {}
