package dev.slipway.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The settings of projects and regions. */
@ConfigMapping(prefix = "slipway")
interface ProjectConfig {

    /** The regions in the order in which the console offers them; the first one is the default. */
    @WithDefault("local")
    List<String> regions();
}
