/** Enterprise projects as people manage them: create, edit, delete, and who is what in them. */
@NullMarked
package dev.slipway.membership;

import org.jspecify.annotations.NullMarked;
