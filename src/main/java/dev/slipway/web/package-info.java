/** What all pages share; knows no feature. */
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
