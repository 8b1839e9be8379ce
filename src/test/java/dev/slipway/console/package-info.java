/** The console as people meet it: in a browser, page by page, from sign-in to a successful release. */
@NullMarked
package dev.slipway.console;

import org.jspecify.annotations.NullMarked;
