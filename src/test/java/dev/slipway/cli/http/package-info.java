@NullMarked
package dev.slipway.cli.http;

import org.jspecify.annotations.NullMarked;
