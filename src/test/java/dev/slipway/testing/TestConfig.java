package dev.slipway.testing;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What a run of the tests may be told, so that Slipway does not refuse it as a setting that it does not know. */
@Unremovable
@ConfigMapping(prefix = "slipway.test")
public interface TestConfig {

    /** The file of a cluster that tests use instead of the API server in their JVM. */
    Optional<String> kubeconfig();
}
