@NullMarked
package dev.slipway.ascode;

import org.jspecify.annotations.NullMarked;
