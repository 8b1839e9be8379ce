/** Archives of source that people upload, and how builds in clusters get them. */
@NullMarked
package dev.slipway.upload;

import org.jspecify.annotations.NullMarked;
