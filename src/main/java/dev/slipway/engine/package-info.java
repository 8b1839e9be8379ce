/** Takes due work from db-scheduler, calls task types and reports what they answered. */
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
