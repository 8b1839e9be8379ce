package dev.slipway.editor;

import dev.slipway.release.Definition;
import java.util.Arrays;
import java.util.List;

/**
 * Short marks of what a page showed. A form carries one, so that a page that is no longer true changes nothing; two tabs
 * that work on different parts don't get in each other's way.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** Of which parts there are and in which order, whatever they say. */
    static String shape(Definition definition) {
        return mark(definition.phases().stream()
                .map(phase -> List.of(
                        phase.name(),
                        phase.groups().stream()
                                .map(group -> group.tasks().stream()
                                        .map(Definition.Task::name)
                                        .toList())
                                .toList()))
                .toList());
    }

    /** Of all that a task says. */
    static String task(Definition.Task task) {
        return mark(Arrays.asList(task.displayName(), task.type(), task.input(), task.timeLimitSeconds()));
    }

    /** Of name, description and policy. */
    static String basics(Definition definition) {
        return mark(List.of(
                definition.name(),
                definition.description(),
                definition.failMode().name()));
    }

    // The hash of lists, maps, texts and numbers is the same in every Java, so on every node.
    private static String mark(List<?> content) {
        return Integer.toHexString(content.hashCode());
    }
}
