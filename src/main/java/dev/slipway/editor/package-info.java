/** The editor of release tasks: drafts, orchestration, the forms of tasks. */
@NullMarked
package dev.slipway.editor;

import org.jspecify.annotations.NullMarked;
