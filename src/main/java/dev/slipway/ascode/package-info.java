/** Release tasks as files: one YAML file says all of a release task, and makes it again. */
@NullMarked
package dev.slipway.ascode;

import org.jspecify.annotations.NullMarked;
