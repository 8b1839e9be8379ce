/** Enterprise projects, regions, and who may do what in them. */
@NullMarked
package dev.slipway.project;

import org.jspecify.annotations.NullMarked;
