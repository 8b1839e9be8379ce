/** Figures about Slipway for Prometheus, and who may read them. */
@NullMarked
package dev.slipway.metrics;

import org.jspecify.annotations.NullMarked;
