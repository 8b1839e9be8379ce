package dev.slipway.editor;

import java.util.List;

/** Where a task or a group is to go. */
public record PlacePage(Sheet sheet, String action, String shape, String label, List<Choice> choices) {

    /**
     * A place.
     *
     * @param change what going there is called
     * @param phase the phase under which it is listed
     */
    public record Choice(String change, String phase, String title) {}
}
