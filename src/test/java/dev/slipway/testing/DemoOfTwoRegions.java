package dev.slipway.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A demo with two regions. */
public class DemoOfTwoRegions implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("slipway.demo", "true", "slipway.regions", "north,south");
    }
}
