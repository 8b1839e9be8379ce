/** Applications, components and their versions, environments and artifacts. */
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
