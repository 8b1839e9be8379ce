/** What tests of all packages share. */
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
