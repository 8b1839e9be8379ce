/** How what is too old goes: once an hour, on one node. */
@NullMarked
package dev.slipway.retention;

import org.jspecify.annotations.NullMarked;
