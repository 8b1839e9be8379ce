package dev.slipway.engine;

import dev.slipway.execution.Brief;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Lets every line of the log say which attempt it is about, whoever writes it. */
final class LogLabels {

    private static final List<String> NAMES = List.of("release", "execution", "step", "attempt");

    private LogLabels() {}

    static <T> T around(Brief about, Supplier<T> work) {
        MDC.put("release", about.run().releaseName());
        MDC.put("execution", about.run().no());
        MDC.put("step", about.name());
        MDC.put("attempt", about.attempt());
        try {
            return work.get();
        } finally {
            NAMES.forEach(MDC::remove);
        }
    }
}
