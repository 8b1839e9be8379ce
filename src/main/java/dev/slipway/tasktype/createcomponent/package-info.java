/** Creates a component and deploys its first version. */
@NullMarked
package dev.slipway.tasktype.createcomponent;

import org.jspecify.annotations.NullMarked;
