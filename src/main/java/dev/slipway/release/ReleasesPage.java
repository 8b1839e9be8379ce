package dev.slipway.release;

import java.util.List;

/**
 * Region Release Tasks.
 *
 * @param mayEdit the viewer may create release tasks
 * @param mayReset this is a demo, and the viewer may put it back to its start
 */
public record ReleasesPage(
        String projectId,
        ReleaseQuery query,
        List<ReleaseRow> rows,
        Paging paging,
        boolean mayEdit,
        boolean mayReset) {}
