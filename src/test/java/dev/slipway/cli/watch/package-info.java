@NullMarked
package dev.slipway.cli.watch;

import org.jspecify.annotations.NullMarked;
