/** Waits for a while or until a time of day. */
@NullMarked
package dev.slipway.tasktype.wait;

import org.jspecify.annotations.NullMarked;
