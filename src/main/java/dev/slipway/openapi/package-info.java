/** The document of the REST API: as a file for programs, as a page for people, and which method is where. */
@NullMarked
package dev.slipway.openapi;

import org.jspecify.annotations.NullMarked;
