package dev.slipway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Slipway. */
@QuarkusMain
public class Slipway {

    private Slipway() {}

    /** Starts the console and returns when it has been stopped. */
    public static void main(String... args) {
        Quarkus.run(args);
    }
}
