/** Figures about Slipway, not verdicts: a benchmark prints what it measures and never fails because of it. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
