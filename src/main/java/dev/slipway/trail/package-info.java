/** The audit trail as people read it: the page, its filters, and the export. */
@NullMarked
package dev.slipway.trail;

import org.jspecify.annotations.NullMarked;
