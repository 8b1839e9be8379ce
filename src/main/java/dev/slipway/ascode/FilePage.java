package dev.slipway.ascode;

import java.util.List;

/**
 * Takes a release task as a file.
 *
 * @param text what was sent; empty at first
 * @param replace what the release task of this name says is to be replaced
 * @param problems what is wrong with it, by line
 */
public record FilePage(String projectName, String region, String text, boolean replace, List<FileProblem> problems) {}
