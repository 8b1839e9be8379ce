package dev.slipway.token;

/**
 * The question whether a token is to be refused from now on.
 *
 * @param nav the entry of the navigation that it belongs to
 * @param name the token's
 * @param path the page that the token is on, which {@code owner} names
 */
record RevokePage(String nav, String owner, String path, long id, String name) {}
