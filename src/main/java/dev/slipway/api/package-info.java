/** The V3 REST API: tokens instead of cookies, JSON instead of pages, the same verbs as the console. */
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
