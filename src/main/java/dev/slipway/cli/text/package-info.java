/** What people read on a terminal: clean text, columns, tables, times. */
@NullMarked
package dev.slipway.cli.text;

import org.jspecify.annotations.NullMarked;
