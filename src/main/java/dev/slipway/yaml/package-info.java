/** Reading YAML that strangers wrote: nothing in it can create objects or grow by itself, and every piece knows its line. */
@NullMarked
package dev.slipway.yaml;

import org.jspecify.annotations.NullMarked;
