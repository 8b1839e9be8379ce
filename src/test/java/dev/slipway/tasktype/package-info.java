/** How inputs of tasks become fields of forms. */
@NullMarked
package dev.slipway.tasktype;

import org.jspecify.annotations.NullMarked;
