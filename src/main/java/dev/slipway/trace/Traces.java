package dev.slipway.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The traces that Slipway takes part in, where they are configured; else everything here does next to nothing. */
@ApplicationScoped
public class Traces {

    /** The header by which a trace goes on elsewhere (W3C Trace Context, 3.2). */
    private static final String PARENT = "traceparent";

    private final Tracer tracer;
    private final boolean off;

    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = telemetry.getTracer("dev.slipway");
        this.off = off;
    }

    /** Where this thread is in its trace, as a {@code traceparent} of 55 characters; null if nothing is traced. */
    public @Nullable String here() {
        return headers().get(PARENT);
    }

    /** What a call of another system has to send so that the trace goes on there; empty if nothing is traced. */
    public Map<String, String> headers() {
        if (off) {
            return Map.of();
        }
        var headers = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), headers, (into, name, value) -> Objects.requireNonNull(into)
                        .put(name, value));
        return headers;
    }

    /**
     * A part of a trace.
     *
     * @param parent where it belongs, as {@link #here()} said; null: it begins a trace of its own
     * @param name a kind of work, not a single piece of it
     * @param about what it is about, by name
     */
    public record Part(@Nullable String parent, String name, Map<String, String> about) {}

    /** Does work as a part of a trace. An exception marks the part as failed, and is the caller's. */
    public <T> T within(Part part, Supplier<T> work) {
        if (off) {
            return work.get();
        }
        var parent = parent(part);
        var builder = tracer.spanBuilder(part.name()).setParent(parent);
        part.about().forEach(builder::setAttribute);
        var span = builder.startSpan();
        try {
            return parent.with(span).wrapSupplier(work).get();
        } catch (RuntimeException e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private static Context parent(Part part) {
        return part.parent() == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(PARENT, part.parent()), Getter.INSTANCE);
    }

    private enum Getter implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
