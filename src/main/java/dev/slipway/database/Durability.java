package dev.slipway.database;

import java.util.List;

/** Whether the data of the embedded database has to outlive it. */
public enum Durability {
    /** What is committed survives a crash and a power cut. */
    DURABLE,
    /** Starts empty each time and saves nothing for sure, which is what a test wants. */
    FORGETFUL;

    List<String> options() {
        return switch (this) {
            case DURABLE -> List.of();
            case FORGETFUL ->
                List.of("--no-sync", "--set=fsync=off", "--set=synchronous_commit=off", "--set=full_page_writes=off");
        };
    }
}
