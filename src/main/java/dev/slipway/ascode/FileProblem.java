package dev.slipway.ascode;

/**
 * Something that is wrong in a file.
 *
 * @param line where, from 1
 * @param message what is wrong and what is allowed
 */
public record FileProblem(int line, String message) {}
