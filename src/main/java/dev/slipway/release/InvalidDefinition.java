package dev.slipway.release;

import java.util.List;
import java.util.stream.Collectors;

/** A release task can't be stored as it is. */
public class InvalidDefinition extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidDefinition(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the definition. */
    public List<Problem> problems() {
        return problems;
    }
}
