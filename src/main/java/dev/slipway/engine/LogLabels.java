package dev.slipway.engine;

import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Lets every line of the log say which attempt it is about, whoever writes it. */
final class LogLabels {

    private static final List<String> NAMES = List.of("release", "execution", "step", "attempt");

    private LogLabels() {}

    static <T> T around(Desk.About about, Supplier<T> work) {
        MDC.put("release", about.release());
        MDC.put("execution", about.execution());
        MDC.put("step", about.step());
        MDC.put("attempt", about.attempt());
        try {
            return work.get();
        } finally {
            NAMES.forEach(MDC::remove);
        }
    }
}
