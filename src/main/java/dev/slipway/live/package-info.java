/** From a committed change in PostgreSQL to the pages that show it. */
@NullMarked
package dev.slipway.live;

import org.jspecify.annotations.NullMarked;
