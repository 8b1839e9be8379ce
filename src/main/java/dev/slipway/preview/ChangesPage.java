package dev.slipway.preview;

import dev.slipway.tasktype.Foresight.Foreseen;
import java.util.List;
import java.util.UUID;

/**
 * What tasks of a release would change.
 *
 * @param back where whoever asked came from
 * @param left how many tasks were not asked about
 */
public record ChangesPage(UUID releaseId, String releaseName, String back, List<Foreseen> tasks, int left) {}
