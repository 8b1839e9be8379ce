package dev.slipway.target.kubernetes;

import dev.slipway.target.TargetProblem;
import dev.slipway.target.Unavailable;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What a call to an API server failed with: whether it may go well later, and a sentence about it. */
final class Trouble {

    // Nobody answered; the client has two numbers for it.
    private static final int NOBODY = 0;
    private static final int UNKNOWN = -1;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private Trouble() {}

    /** Whether the same call may go well later: nobody answered, or the answer was that it is too much, or too early. */
    static boolean isPassing(KubernetesClientException e) {
        return switch (e.getCode()) {
            case NOBODY, UNKNOWN -> true;
            // New credentials may be entered while a release waits.
            case UNAUTHORIZED, TOO_MANY -> true;
            case CONFLICT -> Conflicts.of(e).isEmpty();
            default -> e.getCode() >= SERVER;
        };
    }

    /** A sentence; {@code where} is the name of the environment. */
    static String sentence(KubernetesClientException e, String where) {
        return switch (e.getCode()) {
            case NOBODY, UNKNOWN -> "The API server of %s can't be reached: %s.".formatted(where, cause(e));
            case UNAUTHORIZED ->
                "The API server of %s does not accept the credentials any more. An administrator can enter others at the environment."
                        .formatted(where);
            case FORBIDDEN -> "The API server of %s refuses it: %s.".formatted(where, message(e));
            case TOO_MANY -> "The API server of %s is asked too much at the moment.".formatted(where);
            default -> "The API server of %s answers %d: %s.".formatted(where, e.getCode(), message(e));
        };
    }

    /**
     * Asks the API server of an environment something.
     *
     * @throws Unavailable if it can't be asked now
     * @throws TargetProblem if it refuses
     */
    static <T> T asking(String where, Supplier<T> question) {
        try {
            return question.get();
        } catch (KubernetesClientException e) {
            throw isPassing(e) ? new Unavailable(sentence(e, where), e) : new TargetProblem(sentence(e, where), e);
        }
    }

    /** What the server says, without a full stop at its end. */
    static String message(KubernetesClientException e) {
        var said = Optional.ofNullable(e.getStatus())
                .map(status -> status.getMessage())
                .orElseGet(() -> String.valueOf(e.getMessage()));
        return said.strip().replaceFirst("\\.$", "");
    }

    private static String cause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return "it does not answer";
            }
            if (cause instanceof IOException) {
                return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            }
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
