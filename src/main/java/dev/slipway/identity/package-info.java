/** Signing in, users and their roles. */
@NullMarked
package dev.slipway.identity;

import org.jspecify.annotations.NullMarked;
