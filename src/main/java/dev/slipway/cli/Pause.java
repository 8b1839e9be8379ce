package dev.slipway.cli;

import java.time.Duration;

/** Waits, as whoever asks again does. */
public final class Pause {

    private Pause() {}

    /**
     * Waits for a while.
     *
     * @param interrupted what to say to somebody who does not want to wait
     * @throws Problem if the thread is interrupted meanwhile
     */
    public static void of(Duration length, String interrupted) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ExitCode.NOT_ENDED, interrupted, e);
        }
    }
}
