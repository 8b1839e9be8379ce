@NullMarked
package dev.slipway.openapi;

import org.jspecify.annotations.NullMarked;
