/** Webhooks: telling other programs what happens to executions. */
@NullMarked
package dev.slipway.webhook;

import org.jspecify.annotations.NullMarked;
