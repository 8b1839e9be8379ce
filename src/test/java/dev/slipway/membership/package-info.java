@NullMarked
package dev.slipway.membership;

import org.jspecify.annotations.NullMarked;
