/** Who did what, append-only. */
@NullMarked
package dev.slipway.audit;

import org.jspecify.annotations.NullMarked;
