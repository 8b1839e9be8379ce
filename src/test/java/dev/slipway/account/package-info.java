@NullMarked
package dev.slipway.account;

import org.jspecify.annotations.NullMarked;
