@NullMarked
package dev.slipway.trail;

import org.jspecify.annotations.NullMarked;
