package dev.slipway.editor;

import java.util.List;

/**
 * Which type a new task is to have.
 *
 * @param group the group it goes into, as buttons call it
 */
public record TypesPage(Sheet sheet, String action, String group, String where, List<String> types) {}
