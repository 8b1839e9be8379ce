/** API tokens: what programs show instead of a password, and the page on which people make and revoke theirs. */
@NullMarked
package dev.slipway.token;

import org.jspecify.annotations.NullMarked;
