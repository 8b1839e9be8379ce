package dev.slipway.target;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All targets, by the kind of environment they serve. */
@ApplicationScoped
public class Targets {

    private final Map<String, Target> byKind;

    Targets(@Any Instance<Target> targets) {
        this.byKind = targets.stream().collect(toUnmodifiableMap(Target::kind, Function.identity()));
    }

    /** @throws TargetProblem if there is no target of this kind */
    public Target of(String kind) {
        return Optional.ofNullable(byKind.get(kind))
                .orElseThrow(() -> new TargetProblem("This Slipway knows no environments of kind %s.".formatted(kind)));
    }

    /** All kinds that there is a target for, in alphabetical order. */
    public List<String> kinds() {
        return byKind.keySet().stream().sorted().toList();
    }
}
