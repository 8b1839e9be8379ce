/** Creates an application. */
@NullMarked
package dev.slipway.tasktype.createapplication;

import org.jspecify.annotations.NullMarked;
