/** What the API tells about executions. */
@NullMarked
package dev.slipway.cli.record;

import org.jspecify.annotations.NullMarked;
