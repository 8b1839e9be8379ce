package dev.slipway.ascode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files say what release tasks say, whatever that is. */
class ReleaseFileProperties {

    @Property(tries = 300)
    void whatIsWrittenIsReadAgainAndWrittenInTheSameBytes(@ForAll("definitions") Definition definition) {
        var file = ReleaseWriter.write(definition);

        var read = ReleaseReader.read(file);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition()).isEqualTo(definition);
        assertThat(ReleaseWriter.write(read.definition())).isEqualTo(file);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithALine(@ForAll String text) {
        var read = ReleaseReader.read(text);

        assertThat(read.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).isNotBlank();
        });
    }

    @Provide
    Arbitrary<Definition> definitions() {
        var key = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        // What people write, with everything that means something to YAML.
        var text = Arbitraries.strings()
                .withChars("ab 1:#-'\"{}[]&*!|>%@`,?\n\téß中")
                .ofMaxLength(20)
                .filter(some -> some.equals(some.strip()));
        var value = Arbitraries.oneOf(
                text.map(some -> (Object) some),
                Arbitraries.integers().between(-999_999, 999_999).map(some -> (Object) some),
                Arbitraries.of(true, false).map(some -> (Object) some),
                text.list().ofMaxSize(3).map(some -> (Object) some),
                Arbitraries.maps(key, text).ofMaxSize(3).map(some -> (Object) some));
        Arbitrary<Map<String, Object>> input = Arbitraries.maps(key, value).ofMaxSize(4);
        var task = Combinators.combine(
                        key, text, key, input, Arbitraries.of(30, 600).injectNull(0.5))
                .as(Definition.Task::new);
        var group = task.list().ofMaxSize(3).map(Definition.Group::new);
        var phase = Combinators.combine(key, text, group.list().ofMaxSize(3)).as(Definition.Phase::new);
        return Combinators.combine(
                        key, text, Arbitraries.of(FailMode.class), phase.list().ofMaxSize(3))
                .as((name, description, mode, phases) -> new Definition(name, description, mode, List.copyOf(phases)));
    }
}
