/** Executions and step runs: the legal moves, the Release Process View, the page of one task. */
@NullMarked
package dev.slipway.execution;

import org.jspecify.annotations.NullMarked;
