package dev.slipway.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextProperties {

    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\t]]";

    @Property
    void nothingThatATerminalObeysIsLeft(@ForAll("hostile") String text) {
        assertThat(Clean.lines(text)).doesNotContainPattern(INVISIBLE);
        assertThat(Clean.line(text)).doesNotContainPattern(INVISIBLE).doesNotContainPattern("[\\n\\t]");
        assertThat(Clean.lines(Clean.lines(text))).isEqualTo(Clean.lines(text));
    }

    @Property
    void jsonForATerminalSaysTheSame(@ForAll("hostile") String text) throws Exception {
        var json = new ObjectMapper().writeValueAsString(List.of(text));

        assertThat(Clean.json(json)).doesNotContainPattern(INVISIBLE);
        assertThat(new ObjectMapper().readTree(Clean.json(json))).isEqualTo(new ObjectMapper().readTree(json));
    }

    @Property
    void noTextIsWiderThanItsPlace(@ForAll("hostile") String text, @ForAll @IntRange(max = 50) int columns) {
        var clean = Clean.line(text);

        assertThat(Width.of(Width.cut(clean, columns))).isLessThanOrEqualTo(columns);
        assertThat(Width.of(Width.fit(clean, columns))).isEqualTo(columns);
    }

    @Property
    void breakingLinesLosesNoWord(@ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 50) int columns) {
        var clean = Clean.line(text);

        var lines = Width.wrapped(clean, columns);

        assertThat(String.join(" ", lines).replaceAll(" +", " ").strip())
                .isEqualTo(clean.replaceAll(" +", " ").strip());
    }

    @Property
    void aTableFitsTheTerminal(
            @ForAll("rows") List<List<String>> rows, @ForAll @IntRange(min = 1, max = 120) int columns) {
        var table = new Table("NAME", "STATUS", "NOTE");
        rows.forEach(row -> table.add(row.toArray(String[]::new)));

        assertThat(table.lines(columns)).hasSize(rows.size() + 1).allMatch(line -> Width.of(line) <= columns);
    }

    @Example
    void whatIsWideTakesTwoColumns() {
        assertThat(Width.of("发布 ok")).isEqualTo(7);
        assertThat(Width.fit("发布成功", 6)).isEqualTo("发布… ");
        assertThat(Width.of("e\u0301")).isEqualTo(1);
    }

    @Example
    void sequencesGoAsAWhole() {
        assertThat(Clean.line("a\u001b[1;31mb\u001b]0;title\u0007c\u009b2Jd\r\ne"))
                .isEqualTo("abcd e");
    }

    @Example
    void spansAreReadAndWritten() {
        assertThat(Times.span(Duration.ofMillis(-5))).isEqualTo("0s");
        assertThat(Times.span(Duration.ofSeconds(65))).isEqualTo("1m 05s");
        assertThat(Times.span(Duration.ofMinutes(125))).isEqualTo("2h 05m");
        assertThat(Times.parse("1500ms")).isEqualTo(Duration.ofMillis(1500));
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return hostile().list().ofSize(3).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> hostile() {
        var parts = Arbitraries.of(
                "\u001b[2J",
                "\u001b]0;x",
                "\u0007",
                "\u001b",
                "\u009b",
                "\u009d",
                "\u202e",
                "\u2028",
                "\ud800",
                "\r",
                "\n",
                "\t",
                "[31m",
                "发布",
                "😀",
                "e\u0301",
                "word ",
                " ");
        return Arbitraries.oneOf(parts, Arbitraries.strings().all().ofMaxLength(8))
                .list()
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }
}
