package dev.slipway.ascode;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schema says what the reader takes. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SchemaTest {

    private final JsonNode schema = read();

    @Inject
    TaskTypes types;

    @Test
    void everyTaskTypeHasItsFields() {
        for (var type : types.ids()) {
            if (type.equals("scripted")) {
                continue;
            }
            var described = schema.at("/$defs/" + type);
            var components = types.byId(type).inputType().getRecordComponents();

            assertThat(names(described.get("properties")))
                    .as(type)
                    .isEqualTo(Arrays.stream(components)
                            .map(RecordComponent::getName)
                            .collect(toSet()));
            assertThat(texts(described.get("required")))
                    .as(type)
                    .isEqualTo(Arrays.stream(components)
                            .filter(SchemaTest::isRequired)
                            .map(RecordComponent::getName)
                            .collect(toSet()));
        }
    }

    @Test
    void everyPartHasItsFields() {
        assertThat(names(schema.get("properties"))).isEqualTo(Set.copyOf(ReleaseWriter.FILE_FIELDS));
        assertThat(names(schema.at("/$defs/phase/properties"))).isEqualTo(Set.copyOf(ReleaseWriter.PHASE_FIELDS));
        assertThat(names(schema.at("/$defs/group/properties"))).isEqualTo(Set.copyOf(ReleaseWriter.GROUP_FIELDS));
        assertThat(names(schema.at("/$defs/task/properties"))).isEqualTo(Set.copyOf(ReleaseWriter.TASK_FIELDS));
    }

    private static boolean isRequired(RecordComponent component) {
        var parameter = component.getAccessor();
        return parameter.isAnnotationPresent(NotNull.class) || parameter.isAnnotationPresent(NotEmpty.class);
    }

    private static Set<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .collect(toSet());
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toSet());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("src/docs/release-task.schema.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
