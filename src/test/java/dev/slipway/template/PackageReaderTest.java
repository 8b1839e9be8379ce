package dev.slipway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackageReaderTest {

    @Test
    void readsApplicationsComponentsAndVariables() {
        var template = read(Zip.small(Map.of("shop/web/values.yaml", "greeting: Hello\nmore: [1, {a: b}]")));

        assertThat(template.remarks()).isEmpty();
        assertThat(template.applications())
                .extracting(TemplatePackage.Application::name)
                .containsExactly("shop");
        assertThat(template.components().flatMap(component -> component.variables().values().stream()))
                .containsExactlyInAnyOrder(
                        new Variable("port", "integer", "8080", "Where it listens"),
                        new Variable("greeting", "string", "Hello", ""),
                        new Variable("more", "string", "[\"1\", {\"a\": \"b\"}]", ""));
    }

    @Test
    void aPackageMayLieInADirectory() {
        var wrapped = new HashMap<String, String>();
        Zip.SMALL.forEach((path, content) -> wrapped.put("release/" + path, content));

        assertThat(read(wrapped).applications()).hasSize(1);
        assertThat(read(wrapped).remarks()).isEmpty();
    }

    @Test
    void listsFilesThatItDoesNotUnderstand() {
        var template = read(Zip.small(Map.of(
                "shop/web/component/config.yaml", "apiVersion: v1\nkind: ConfigMap\n---\nkind: ServiceStageConfig\n",
                "shop/web/component/run.sh", "x",
                "shop/notes.txt", "x",
                "shop/other/readme.md", "x",
                "strange/x.yaml", "a: b")));

        assertThat(template.components()).hasSize(1);
        assertThat(template.remarks()).noneMatch(Remark::wrong);
        assertThat(template.remarks())
                .extracting(Remark::place)
                .containsExactlyInAnyOrder(
                        "strange/",
                        "shop/notes.txt",
                        "shop/other/",
                        "shop/web/component/run.sh",
                        "shop/web/component/config.yaml, line 1",
                        "shop/web/component/config.yaml, line 4");
    }

    @Test
    void listsKeysThatItDoesNotUnderstand() {
        var template = read(Zip.small(Map.of(
                "shop/web/spec.yaml", "model_version: v1.0.0\nsurprise: 1\nk8s_resources: {order_type: SYSTEM}\n",
                "shop/app.yaml",
                        "kind: ServiceStageApplication\nspec: {name: shop, enterprise_project_id: 7, labels: []}")));

        assertThat(template.remarks()).noneMatch(Remark::wrong);
        assertThat(template.remarks())
                .extracting(Remark::place)
                .containsExactlyInAnyOrder(
                        "shop/app.yaml, line 2",
                        "shop/app.yaml, line 2",
                        "shop/web/spec.yaml, line 2",
                        "shop/web/spec.yaml, line 3");
    }

    @Test
    void aComponentOfKubernetesResourcesIsForClusters() {
        var template = read(Zip.small(Map.of(
                "shop/web/component/web.yaml", "apiVersion: apps/v1\nkind: Deployment\n",
                "shop/web/variables.yaml", "variable: {cluster: {type: cce}}")));

        assertThat(template.components()).allMatch(TemplatePackage.Component::isForClusters);
        assertThat(template.remarks()).noneMatch(Remark::wrong);
        assertThat(template.remarks())
                .extracting(Remark::text)
                .allMatch(text -> text.startsWith("The type cce is not understood"));
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertWrong("shop/web/component/web.yaml", "kind: [\n", "line 2", "This is no YAML");
        assertWrong("shop/web/component/web.yaml", "a: 1\na: 2\n", "line 2", "The key a is there twice.");
        assertWrong("shop/web/component/web.yaml", "a: &x [1]\nb: *x\n", "line 1", "not allowed");
        assertWrong(
                "shop/web/component/web.yaml", "a: !!javax.script.ScriptEngineManager [x]", "line 1", "is not allowed");
        assertWrong(
                "shop/web/component/web.yaml", "kind: {{x}}", "line 1", "A key must be a text. Put {{name}} in quotes");
        assertWrong("shop/web/component/web.yaml", "[".repeat(1000), "line 1", "Depth");
        assertWrong("shop/web/component/web.yaml", "- x", "line 1", "must be a map, but is a list");
        assertWrong(
                "shop/web/spec.yaml", "model_version: v2", "line 1", "model_version must be v1.0.0, but is \"v2\".");
        assertWrong("shop/app.yaml", "kind: Application", "line 1", "kind must be ServiceStageApplication");
        assertWrong("shop/app.yaml", "kind: ServiceStageApplication\nspec: {name: 1x}", "line 2", "spec.name must be");
        assertWrong(
                "shop/web/variables.yaml", "variable: {'a b': {type: string}}", "line 1", "A variable can't be called");
        assertWrong("shop/web/variables.yaml", "variable: {}", "line 7", "${port} names no variable");
        assertWrong(
                "shop/web/component/web.yaml",
                "kind: ServiceStageComponent\nspec:\n  artifact: a\n",
                "line 3",
                "spec.name is missing.");
    }

    @Test
    void valuesAreCheckedByTheirType() {
        assertThat(new Variable("a", "integer", "", "").problem("8x")).contains("a must be a whole number.");
        assertThat(new Variable("a", "integer", "", "").problem("-8")).isEmpty();
        assertThat(new Variable("a", "double", "", "").problem("1.5e3")).isEmpty();
        assertThat(new Variable("a", "double", "", "").problem("1,5")).contains("a must be a number.");
        assertThat(new Variable("a", "bool", "", "").problem("yes")).contains("a must be true or false.");
        assertThat(new Variable("a", "string", "", "").problem(" ")).contains("Enter a value for a.");
        assertThat(new Variable("a", "list(string)", "", "").problem("[a, b]")).isEmpty();
        assertThat(new Variable("a", "list(string)", "", "").problem("a")).contains("a must be a list such as [a, b].");
        assertThat(new Variable("a", "map(string)", "", "").problem("{a: 1}")).isEmpty();
        assertThat(new Variable("a", "map(string)", "", "").problem("[a]")).contains("a must be a map such as {a: 1}.");
        assertThat(new Variable("a", "cce", "", "").problem("cluster-1")).isEmpty();
    }

    @Property(tries = 500)
    void damagedYamlIsReadOrRemarkedOn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int damages) {
        var random = new Random(seed);
        var files = new TreeMap<String, byte[]>();
        Zip.SMALL.forEach((path, content) -> files.put(path, damage(content, random, damages)));

        var problem = catchThrowable(() -> PackageReader.read(files, "0"));

        assertThat(problem).isNull();
    }

    private static byte[] damage(String content, Random random, int damages) {
        var characters = "[]{}:&*!|>-'\"%@`#,?\n\t \\$~<0a\u0000\u00e9";
        var text = new StringBuilder(content);
        for (int no = 0; no < damages; no++) {
            text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void assertWrong(String file, String content, String line, String text) {
        assertThat(read(Zip.small(Map.of(file, content))).remarks()).as(content).anySatisfy(remark -> {
            assertThat(remark.wrong()).isTrue();
            assertThat(remark.place()).endsWith(line);
            assertThat(remark.text()).contains(text);
        });
    }

    static TemplatePackage read(Map<String, String> files) {
        return PackageReader.read(PackageArchive.read(Zip.of(files)), "0");
    }
}
