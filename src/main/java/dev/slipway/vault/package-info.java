/** Keeps secrets encrypted in the database: the keys, sealing and opening, and the change of keys. */
@NullMarked
package dev.slipway.vault;

import org.jspecify.annotations.NullMarked;
