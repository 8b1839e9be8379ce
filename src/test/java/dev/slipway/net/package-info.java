@NullMarked
package dev.slipway.net;

import org.jspecify.annotations.NullMarked;
