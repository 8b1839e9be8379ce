/** Talking to the API: where it is, with which token, how long it is tried. */
@NullMarked
package dev.slipway.cli.http;

import org.jspecify.annotations.NullMarked;
