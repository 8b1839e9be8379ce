package dev.slipway.web;

import org.jspecify.annotations.Nullable;

/**
 * What a user reads when something did not work.
 *
 * @param incident finds the entry in the log; null where nothing is wrong with Slipway
 */
record ErrorPage(int status, String title, String explanation, @Nullable String incident) {}
