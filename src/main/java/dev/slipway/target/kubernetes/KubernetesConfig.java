package dev.slipway.target.kubernetes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the Kubernetes target. */
@ConfigMapping(prefix = "slipway.target.kubernetes")
interface KubernetesConfig {

    /** Whether there may be environments of this kind, and releases to them. */
    @WithDefault("true")
    boolean enabled();

    /** Internal networks that API servers may be in; by default any, because that is where they are. */
    @WithDefault("0.0.0.0/0,::/0")
    List<String> allowedNetworks();

    /** Whether environments may use the service account of Slipway itself: whoever administers a project gets its rights. */
    @WithDefault("false")
    boolean inCluster();

    /** How long an API server may take to answer a request. */
    @WithDefault("10s")
    Duration requestTimeout();

    /** How long what was applied is kept exactly as it was, for putting old versions back; the newest ten of a component stay. */
    @WithDefault("365d")
    Duration keep();

    /** How images are built. */
    Build build();

    /** Settings of builds. */
    interface Build {

        /** The image of BuildKit that runs without root. */
        @WithDefault("docker.io/moby/buildkit:v0.31.2-rootless")
        String image();

        /** After which time the cluster ends a build, even if nobody is there to ask for it. */
        @WithDefault("2h")
        Duration timeLimit();
    }
}
