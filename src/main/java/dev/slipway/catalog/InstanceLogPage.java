package dev.slipway.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.target.Inspectable.Log;
import java.net.URLEncoder;

/**
 * The last lines of a log of one instance of a component.
 *
 * @param previous whether they are of the run before its last restart
 * @param left how often a page that follows the log may still ask for more; 0: it doesn't
 * @param ended whether it followed the log until now
 * @param problem why they can't be shown; empty if they can
 */
public record InstanceLogPage(
        Inventory.Row row, String instance, boolean previous, Log log, int left, boolean ended, String problem) {

    /** The address of the log. */
    public String path() {
        return "/components/%s/instances/%s/log".formatted(row.id(), instance);
    }

    /** The address of the log of this run, of the container that is shown. */
    public String here() {
        return at(log.part());
    }

    /** The address of the log of this run, of a container. */
    public String at(String part) {
        return "%s?part=%s%s".formatted(path(), URLEncoder.encode(part, UTF_8), previous ? "&previous=true" : "");
    }

    /** Where what comes after these lines is asked for. */
    public String next() {
        var after = log.last() == null ? "" : "&after=" + log.last();
        return "%s/lines?part=%s&left=%d%s".formatted(path(), URLEncoder.encode(log.part(), UTF_8), left - 1, after);
    }

    /** Whether there are several logs to choose from. */
    public boolean hasParts() {
        return log.parts().size() > 1;
    }
}
