/** Waits for Agree or Reject, with comments. */
@NullMarked
package dev.slipway.tasktype.manualapproval;

import org.jspecify.annotations.NullMarked;
