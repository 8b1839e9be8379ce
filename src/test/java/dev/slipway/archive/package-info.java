@NullMarked
package dev.slipway.archive;

import org.jspecify.annotations.NullMarked;
