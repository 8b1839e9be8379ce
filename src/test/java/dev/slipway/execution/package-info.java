@NullMarked
package dev.slipway.execution;

import org.jspecify.annotations.NullMarked;
