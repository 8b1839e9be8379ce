@NullMarked
package dev.slipway.webhook;

import org.jspecify.annotations.NullMarked;
