/** What a task acts on: the contract between task types and one kind of environment. */
@NullMarked
package dev.slipway.target;

import org.jspecify.annotations.NullMarked;
