package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Field.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskFormTest {

    private static final List<Field> FIELDS = List.of(
            field("name", Kind.TEXT),
            field("text", Kind.MULTILINE),
            field("seconds", Kind.NUMBER),
            field("command", Kind.LINES),
            field("run.port", Kind.NUMBER),
            field("run.variables", Kind.PAIRS));

    @Test
    void readsEveryKindOfField() {
        var input = input(Map.of(
                "name", " shop ",
                "text", "a\r\n b\0",
                "seconds", " 12 ",
                "command", "java\r\n\r\nBuild.java",
                "run.port", "8080",
                "run.variables", "A=1\nB=x=y\nC="));

        assertThat(input)
                .isEqualTo(Map.of(
                        "name",
                        "shop",
                        "text",
                        "a\n b",
                        "seconds",
                        12,
                        "command",
                        List.of("java", "Build.java"),
                        "run",
                        Map.of("port", 8080, "variables", Map.of("A", "1", "B", "x=y", "C", ""))));
    }

    @Test
    void keepsWhatDoesNotFitAsItWasTyped() {
        var typed = Map.of("seconds", "soon", "run.port", "99999999999", "run.variables", "A=1\nnonsense");

        var input = input(typed);

        assertThat(input)
                .isEqualTo(
                        Map.of("seconds", "soon", "run", Map.of("port", "99999999999", "variables", "A=1\nnonsense")));
        typed.forEach((path, text) ->
                assertThat(TaskForm.text(field(path, Kind.TEXT), input)).isEqualTo(text));
    }

    @Test
    void doesNotLetASecondValueReplaceTheFirst() {
        assertThat(input(Map.of("run.variables", "A=1\nA=2")))
                .isEqualTo(Map.of("run", Map.of("variables", "A=1\nA=2")));
    }

    @Test
    void leavesOutWhatIsEmptyButKeepsAnInnerPartThatWasThere() {
        assertThat(input(Map.of("name", "  "))).isEmpty();
        assertThat(TaskForm.input(FIELDS, Map.of("run", Map.of("port", 1)), path -> ""))
                .isEqualTo(Map.of("run", Map.of()));
    }

    @Test
    void showsAnInputAsItWasTyped() {
        var input = Map.<String, Object>of(
                "command", List.of("java", "Build.java"), "run", Map.of("port", 8080, "variables", Map.of("A", "x=y")));

        assertThat(TaskForm.text(field("command", Kind.LINES), input)).isEqualTo("java\nBuild.java");
        assertThat(TaskForm.text(field("run.port", Kind.NUMBER), input)).isEqualTo("8080");
        assertThat(TaskForm.text(field("run.variables", Kind.PAIRS), input)).isEqualTo("A=x=y");
        assertThat(TaskForm.text(field("run.health", Kind.TEXT), input)).isEmpty();
    }

    private static Map<String, Object> input(Map<String, String> typed) {
        return TaskForm.input(FIELDS, Map.of(), path -> typed.getOrDefault(path, ""));
    }

    private static Field field(String path, Kind kind) {
        return new Field(path, kind, false, List.of());
    }
}
