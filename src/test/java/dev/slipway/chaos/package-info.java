/**
 * Kill anywhere: random releases on real nodes and a real PostgreSQL that are killed, paused and cut off, and a checker
 * that reads what happened off the effects.
 */
@NullMarked
package dev.slipway.chaos;

import org.jspecify.annotations.NullMarked;
