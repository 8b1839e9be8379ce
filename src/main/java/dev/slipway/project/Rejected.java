package dev.slipway.project;

import java.util.List;

/** What was typed can't be taken; nothing was changed. */
public class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private Rejected(List<Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    /** Because of one field. */
    public Rejected(Problem problem) {
        this(List.of(problem));
    }

    /** Goes on only where there is nothing wrong. */
    static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /** What is wrong, field by field. */
    public List<Problem> problems() {
        return problems;
    }
}
