/** What a release would change, before it does: for whoever is about to execute it, or to agree to go on. */
@NullMarked
package dev.slipway.preview;

import org.jspecify.annotations.NullMarked;
