package dev.slipway.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was traced, while a test wants it. */
@ApplicationScoped
public class Recorder implements SpanProcessor {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private volatile boolean on;

    void record() {
        spans.clear();
        on = true;
    }

    void stop() {
        on = false;
    }

    List<SpanData> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // What has only begun says nothing yet.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (on) {
            spans.add(span.toSpanData());
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
