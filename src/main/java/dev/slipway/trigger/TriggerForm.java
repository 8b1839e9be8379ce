package dev.slipway.trigger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the dialog sends, before anything of it is believed. */
public class TriggerForm {

    private static final int LONGEST = 4_000;

    @RestForm("task")
    @Nullable
    Set<String> tasks;

    @RestForm
    @Nullable
    String revision;

    @RestForm
    @Nullable
    String type;

    @RestForm
    @Nullable
    String at;

    @RestForm("day")
    @Nullable
    List<String> days;

    @RestForm
    @Nullable
    String from;

    @RestForm
    @Nullable
    String to;

    @RestForm
    @Nullable
    String every;

    @RestForm
    @Nullable
    String cron;

    @RestForm
    @Nullable
    String offset;

    Set<String> tasks() {
        return tasks == null
                ? Set.of()
                : tasks.stream().filter(name -> !name.isBlank()).collect(Collectors.toSet());
    }

    /** The revision that was on the page; what is none fits no revision. */
    int revision() {
        return number(revision).orElse(-1);
    }

    Timing timing() {
        return new Timing(
                Stream.of(Timing.Kind.values())
                        .filter(kind -> kind.name().equals(type))
                        .findFirst()
                        .orElse(Timing.Kind.MANUAL),
                text(at),
                days == null ? List.of() : List.copyOf(days),
                text(from),
                text(to),
                text(every),
                text(cron),
                number(offset).filter(Offsets::exists).orElse(0));
    }

    private static String text(@Nullable String value) {
        var text = value == null
                ? ""
                : value.replace("\r\n", "\n").replace("\0", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Optional<Integer> number(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> text.matches("[+-]?\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
