/** The demo project of a first start. */
@NullMarked
package dev.slipway.demo;

import org.jspecify.annotations.NullMarked;
