/** Decisions of people: the approval dialogs and the inbox of everything that waits. */
@NullMarked
package dev.slipway.checkpoint;

import org.jspecify.annotations.NullMarked;
