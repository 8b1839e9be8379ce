@NullMarked
package dev.slipway.metrics;

import org.jspecify.annotations.NullMarked;
