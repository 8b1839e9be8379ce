package dev.slipway.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;

/**
 * One measured figure.
 *
 * @param conditions what was measured, and on what
 */
record Figure(String name, double value, String unit, String conditions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prints the figure as one line of JSON. */
    void print() {
        try {
            System.out.println(
                    JSON.writeValueAsString(new Figure(name, Math.round(value * 1000) / 1000.0, unit, conditions)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This machine, and how busy it is just now. */
    static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d processors, load average %.2f, Java %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage(),
                        Runtime.version().feature());
    }
}
