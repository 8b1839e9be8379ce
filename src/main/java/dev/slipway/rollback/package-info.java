/** Rolling back: the reverse plan of an execution, its preview, and the execution that carries it out. */
@NullMarked
package dev.slipway.rollback;

import org.jspecify.annotations.NullMarked;
