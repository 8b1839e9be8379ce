@NullMarked
package dev.slipway.trace;

import org.jspecify.annotations.NullMarked;
