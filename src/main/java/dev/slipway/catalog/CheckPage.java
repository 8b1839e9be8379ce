package dev.slipway.catalog;

import dev.slipway.target.Connectable.Finding;
import java.util.List;
import java.util.UUID;

/** What a test of the connection of an environment has found. */
public record CheckPage(UUID id, String environment, List<Finding> findings) {

    /** What is not as it should be. */
    public List<Finding> missing() {
        return findings.stream().filter(finding -> !finding.good()).toList();
    }

    /** What is as it should be. */
    public List<Finding> good() {
        return findings.stream().filter(Finding::good).toList();
    }
}
