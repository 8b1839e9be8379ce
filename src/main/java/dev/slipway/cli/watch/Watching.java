package dev.slipway.cli.watch;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Pause;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.http.Client;
import dev.slipway.cli.http.Patience;
import dev.slipway.cli.record.Execution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at an execution again and again until it ends. */
public final class Watching {

    private final Client client;
    private final Limits limits;
    private final View view;
    private final long began = System.nanoTime();

    private String tag = "";
    private @Nullable Execution known;
    private long answered = began;

    /**
     * How long and how often.
     *
     * @param every the time between two looks
     * @param timeout how long in all; null: until it ends
     * @param lostFor how long the server may be silent
     * @param exitWhenWaiting whether to end where a person has to do something
     */
    public record Limits(Duration every, @Nullable Duration timeout, Duration lostFor, boolean exitWhenWaiting) {}

    /** A watch that has not begun. */
    public Watching(Client client, Limits limits, View view) {
        this.client = client.with(Patience.NONE);
        this.limits = limits;
        this.view = view;
    }

    /**
     * Watches.
     *
     * @param path of the execution in the API
     * @return how to end: with what it came to, or because it has not ended
     * @throws Problem if the server is silent for too long or refuses
     */
    public ExitCode follow(String path) {
        while (true) {
            var execution = look(path);
            if (execution != null && isOver(execution)) {
                view.end(execution);
                return exitCode(execution);
            }
            Pause.of(limits.every(), "It was interrupted. The release goes on.");
        }
    }

    private @Nullable Execution look(String path) {
        try {
            var ask = Ask.get(path);
            var answer = client.send(tag.isEmpty() ? ask : ask.with("If-None-Match", tag));
            if (!answer.isKnown()) {
                known = answer.as(Execution.class);
                tag = answer.header("ETag");
            }
            answered = System.nanoTime();
            if (known != null) {
                view.show(known);
            }
        } catch (Problem e) {
            if (e.exitCode() != ExitCode.NOT_REACHED || since(answered).compareTo(limits.lostFor()) > 0) {
                throw e;
            }
            view.lost(e.sentence());
        }
        return known;
    }

    private boolean isOver(Execution execution) {
        return execution.status().isEnd()
                || (limits.exitWhenWaiting() && execution.status().waitsForSomebody())
                || (limits.timeout() != null && since(began).compareTo(limits.timeout()) > 0);
    }

    private static ExitCode exitCode(Execution execution) {
        if (!execution.status().isEnd()) {
            return ExitCode.NOT_ENDED;
        }
        return execution.status().isGood() ? ExitCode.DONE : ExitCode.RELEASE_FAILED;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
