package dev.slipway.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks for once, however often it is sent with the same {@code Idempotency-Key}: the answer is kept in
 * the transaction of the deed, so there is never one without the other. A request that was refused may be sent again.
 */
@RequestScoped
class Once {

    private static final String HEADER = "Idempotency-Key";
    private static final String POSSIBLE = "[\\x21-\\x7E]{1,255}";

    private final RoutingContext routing;
    private final KeptAnswers answers;
    private final Caller caller;

    Once(RoutingContext routing, KeptAnswers answers, Caller caller) {
        this.routing = routing;
        this.answers = answers;
        this.caller = caller;
    }

    /** Does it, in a transaction. */
    Response perform(byte[] body, Supplier<Answered> deed) {
        return perform(body, () -> "", unused -> deed.get());
    }

    /** Prepares it, which may take its time, and then does it in a transaction. */
    <T> Response perform(byte[] body, Supplier<T> preparation, Function<T, Answered> deed) {
        var key = key();
        if (key == null) {
            var prepared = preparation.get();
            return QuarkusTransaction.requiringNew()
                    .call(() -> deed.apply(prepared))
                    .response();
        }
        var request = new KeptAnswers.Request(caller.actor().userId(), key, fingerprint(body));
        var known = answers.find(request);
        if (known.isPresent()) {
            return known.get().replayed();
        }
        var prepared = preparation.get();
        return QuarkusTransaction.requiringNew().call(() -> {
            var first = answers.begin(request);
            if (first.isPresent()) {
                return first.get().replayed();
            }
            var answer = deed.apply(prepared);
            answers.keep(request, answer);
            return answer.response();
        });
    }

    private @Nullable String key() {
        var key = routing.request().getHeader(HEADER);
        if (key != null && !key.matches(POSSIBLE)) {
            throw new BadRequest("%s must be 1 to 255 printable characters.".formatted(HEADER));
        }
        return key;
    }

    /** The same key with anything else is a mistake of the caller. */
    private String fingerprint(byte[] body) {
        var request = new ByteArrayOutputStream();
        var line = "%s %s\n"
                .formatted(routing.request().method(), routing.request().uri());
        request.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return HexFormat.of().formatHex(EntityTag.sha256(request.toByteArray()));
    }
}
