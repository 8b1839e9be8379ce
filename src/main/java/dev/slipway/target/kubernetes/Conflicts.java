package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields that somebody else manages, as the API server tells them when it refuses to apply an object. */
final class Conflicts {

    private static final String REASON = "FieldManagerConflict";
    private static final Pattern OWNER = Pattern.compile("conflict with \"([^\"]*)\"");

    private Conflicts() {}

    /** Each as {@code .spec.replicas, which kubectl manages}; empty if the answer is about something else. */
    static List<String> of(KubernetesClientException e) {
        return Optional.ofNullable(e.getStatus())
                .map(status -> status.getDetails())
                .map(details -> details.getCauses())
                .orElse(List.of())
                .stream()
                .filter(cause -> REASON.equals(cause.getReason()))
                .map(cause -> "%s, which %s manages".formatted(cause.getField(), owner(cause.getMessage())))
                .distinct()
                .toList();
    }

    private static String owner(String message) {
        var matcher = OWNER.matcher(String.valueOf(message));
        return matcher.find() ? matcher.group(1) : "somebody else";
    }

    /** A sentence about all of them. */
    static String sentence(String object, List<String> conflicts) {
        return "%s has fields that others manage: %s. Take them out, or let the task take over."
                .formatted(object, conflicts.stream().collect(Collectors.joining("; ")));
    }
}
