package dev.slipway.token;

import dev.slipway.project.Actor;

/**
 * Whoever shows a token.
 *
 * @param token tells tokens apart, for what is counted per token
 * @param actor its owner, with the roles held at this moment
 */
public record Bearer(long token, Actor actor, Scope scope) {}
