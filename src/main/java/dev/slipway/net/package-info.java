/** Which network addresses Slipway may call on behalf of a user, and how it calls them. */
@NullMarked
package dev.slipway.net;

import org.jspecify.annotations.NullMarked;
