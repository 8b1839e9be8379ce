package dev.slipway.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many browsers follow something on this node. */
@Singleton
class LiveMetrics implements MeterBinder {

    private final LiveRoute route;

    LiveMetrics(LiveRoute route) {
        this.route = route;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("slipway.live.streams", route, LiveRoute::streams)
                .strongReference(true)
                .description("Open event streams of browsers on this node")
                .register(registry);
    }
}
