/** Deploys a new version of a component. */
@NullMarked
package dev.slipway.tasktype.updatecomponent;

import org.jspecify.annotations.NullMarked;
