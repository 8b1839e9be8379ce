@NullMarked
package dev.slipway.cli.text;

import org.jspecify.annotations.NullMarked;
