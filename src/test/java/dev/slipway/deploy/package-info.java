/** What is in the directory deploy, as far as it can be checked without a cluster and without containers. */
@NullMarked
package dev.slipway.deploy;

import org.jspecify.annotations.NullMarked;
