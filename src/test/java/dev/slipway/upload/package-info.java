@NullMarked
package dev.slipway.upload;

import org.jspecify.annotations.NullMarked;
