@NullMarked
package dev.slipway.token;

import org.jspecify.annotations.NullMarked;
