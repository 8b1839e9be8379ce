package dev.slipway.release;

/**
 * Something that is wrong in a {@link Definition}.
 *
 * @param path where: {@code name}, {@code phases[0].groups[1].tasks[2].input.port}; indexes from 0
 * @param message a sentence that says what is wrong and what is allowed
 */
public record Problem(String path, String message) {}
