package dev.slipway.tasktype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.tasktype.Field.Kind;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldsTest {

    record Inner(@NotNull Integer port, @Nullable Map<String, String> variables) {}

    record Input(
            @NotNull String name,
            @Asks(Kind.ENVIRONMENT) @NotNull String environment,
            @Pattern(regexp = "GET|PUT") @Nullable String method,
            @Pattern(regexp = "/.*") @Nullable String path,
            @NotEmpty List<String> command,
            @NotNull Inner must,
            @Nullable Inner may) {}

    record Unanswerable(Object anything) {}

    @Test
    void readsFieldsOffARecord() {
        assertThat(Fields.of(Input.class))
                .containsExactly(
                        new Field("name", Kind.TEXT, true, List.of()),
                        new Field("environment", Kind.ENVIRONMENT, true, List.of()),
                        new Field("method", Kind.CHOICE, false, List.of("GET", "PUT")),
                        new Field("path", Kind.TEXT, false, List.of()),
                        new Field("command", Kind.LINES, true, List.of()),
                        new Field("must.port", Kind.NUMBER, true, List.of()),
                        new Field("must.variables", Kind.PAIRS, false, List.of()),
                        new Field("may.port", Kind.NUMBER, false, List.of()),
                        new Field("may.variables", Kind.PAIRS, false, List.of()));
    }

    @Test
    void refusesWhatNoFormCanAskFor() {
        assertThatThrownBy(() -> Fields.of(Unanswerable.class)).hasMessageContaining("anything");
    }
}
