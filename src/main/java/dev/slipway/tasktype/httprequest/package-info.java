/** Calls an endpoint until it answers as expected. */
@NullMarked
package dev.slipway.tasktype.httprequest;

import org.jspecify.annotations.NullMarked;
