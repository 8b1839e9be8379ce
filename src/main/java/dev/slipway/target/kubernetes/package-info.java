/** Runs components on Kubernetes. */
@NullMarked
package dev.slipway.target.kubernetes;

import org.jspecify.annotations.NullMarked;
