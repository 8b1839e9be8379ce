/** Whether this node is well: what those ask who send it requests, or start it again. */
@NullMarked
package dev.slipway.health;

import org.jspecify.annotations.NullMarked;
