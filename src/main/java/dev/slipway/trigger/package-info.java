/** Trigger policies: when release tasks are executed by themselves. */
@NullMarked
package dev.slipway.trigger;

import org.jspecify.annotations.NullMarked;
