package dev.slipway.chaos;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;

/** What the checker found to be wrong, and how much it has looked at. */
final class Findings {

    private final List<String> wrong = new ArrayList<>();
    private int looked;

    /** Something must hold. */
    @FormatMethod
    void expect(boolean holds, String otherwise, Object... about) {
        looked++;
        if (!holds) {
            wrong.add(otherwise.formatted(about));
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int looked() {
        return looked;
    }
}
