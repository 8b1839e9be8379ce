/** Plain SQL, for what happens too often for entities. */
@NullMarked
package dev.slipway.sql;

import org.jspecify.annotations.NullMarked;
