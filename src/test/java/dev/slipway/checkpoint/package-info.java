@NullMarked
package dev.slipway.checkpoint;

import org.jspecify.annotations.NullMarked;
