package dev.slipway.target.process;

import dev.slipway.target.BuildOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to build, in the words of this target.
 *
 * @param source the source directory, relative to the source root
 * @param command program and arguments; no shell reads them
 * @param output the directory that the command fills, relative to the source directory
 */
record BuildSpec(String source, List<String> command, String output) {

    BuildSpec {
        RunSpec.checkCommand(command);
    }

    /** Reads the spec of an order. */
    static BuildSpec of(BuildOrder order) {
        var spec = order.spec();
        return new BuildSpec(text(spec.get("source")), RunSpec.command(spec.get("command")), text(spec.get("output")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
