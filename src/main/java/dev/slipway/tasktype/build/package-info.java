/** Builds an artifact from source. */
@NullMarked
package dev.slipway.tasktype.build;

import org.jspecify.annotations.NullMarked;
