@NullMarked
package dev.slipway.rollback;

import org.jspecify.annotations.NullMarked;
