/** What a task can do: the contract and the registry; each type is a package below. */
@NullMarked
package dev.slipway.tasktype;

import org.jspecify.annotations.NullMarked;
