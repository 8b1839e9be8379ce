/** The command line slipway, a program of its own around the V3 REST API; it uses nothing of the server. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
