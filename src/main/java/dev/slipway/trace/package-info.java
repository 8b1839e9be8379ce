/** Traces: which work belongs together, however many threads and nodes do it. */
@NullMarked
package dev.slipway.trace;

import org.jspecify.annotations.NullMarked;
