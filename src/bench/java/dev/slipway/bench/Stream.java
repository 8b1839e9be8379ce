package dev.slipway.bench;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Reads a live stream without a thread of its own. */
final class Stream implements Flow.Subscriber<String> {

    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final Consumer<String> updates;

    /** @param updates gets the data of each change, as one line */
    Stream(Consumer<String> updates) {
        this.updates = updates;
    }

    BodyHandler<Void> reader() {
        return BodyHandlers.fromLineSubscriber(this);
    }

    /** Done when the server has answered. */
    CompletableFuture<Void> opened() {
        return opened;
    }

    /** The first change. */
    CompletableFuture<String> first() {
        return first;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        opened.complete(null);
        if (line.startsWith("data:") && line.contains("\"view\"")) {
            first.complete(line);
            updates.accept(line);
        }
    }

    @Override
    public void onError(Throwable broken) {
        opened.completeExceptionally(broken);
        first.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        onError(new IllegalStateException("the stream has ended"));
    }
}
