/** Template packages: reads ServiceStage's ZIP files, asks for their variables, and makes release tasks of them. */
@NullMarked
package dev.slipway.template;

import org.jspecify.annotations.NullMarked;
