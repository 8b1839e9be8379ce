/** Region release tasks: their definition, list, detail, and the dialog that executes one. */
@NullMarked
package dev.slipway.release;

import org.jspecify.annotations.NullMarked;
