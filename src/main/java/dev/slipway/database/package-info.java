/** The PostgreSQL that Slipway starts where none is configured. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
