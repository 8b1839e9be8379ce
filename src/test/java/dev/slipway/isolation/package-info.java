/** Nothing of one project can be seen or changed from another. */
@NullMarked
package dev.slipway.isolation;

import org.jspecify.annotations.NullMarked;
