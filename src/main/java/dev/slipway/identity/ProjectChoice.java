package dev.slipway.identity;

/** A project to switch to in the top bar. */
public record ProjectChoice(String id, String name) {}
