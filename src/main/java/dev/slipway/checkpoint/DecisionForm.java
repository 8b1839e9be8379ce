package dev.slipway.checkpoint;

import dev.slipway.execution.Verdict;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the dialog sends. */
public class DecisionForm {

    static final int LONGEST_COMMENTS = 1000;

    @RestForm
    @Nullable
    String verdict;

    @RestForm
    @Nullable
    String comments;

    @RestForm
    int attempt;

    Optional<Verdict> verdict() {
        return Arrays.stream(Verdict.values())
                .filter(known -> known.name().equals(verdict))
                .findFirst();
    }

    /** The comments, with line ends as people count them: browsers send two characters for each. */
    String comments() {
        return comments == null ? "" : comments.replace("\r\n", "\n").strip();
    }
}
