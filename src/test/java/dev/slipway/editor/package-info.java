/** The editor of release tasks, from its pure moves to its pages. */
@NullMarked
package dev.slipway.editor;

import org.jspecify.annotations.NullMarked;
