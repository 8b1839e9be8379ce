@NullMarked
package dev.slipway.vault;

import org.jspecify.annotations.NullMarked;
