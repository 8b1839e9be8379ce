/** The {@code process} target: components are real processes on Slipway's own machine. */
@NullMarked
package dev.slipway.target.process;

import org.jspecify.annotations.NullMarked;
