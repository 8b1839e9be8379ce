/** Waits for Agree or Reject, without comments. */
@NullMarked
package dev.slipway.tasktype.manualtrigger;

import org.jspecify.annotations.NullMarked;
