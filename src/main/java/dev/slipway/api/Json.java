package dev.slipway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How the API reads and writes JSON, whatever JSON is elsewhere: columns and task inputs have rules of their own. */
final class Json {

    static final String TYPE = "application/json";

    // Nothing that the API understands is nested so deep; what is deeper only costs time.
    private static final int DEEPEST = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a body; an empty one says nothing.
     *
     * @throws BadRequest if it is no JSON
     */
    static JsonNode read(byte[] body) {
        try {
            var read = MAPPER.readTree(body);
            return read == null || read.isMissingNode() ? JsonNodeFactory.instance.objectNode() : read;
        } catch (JsonParseException e) {
            throw new BadRequest("The body is no JSON: " + place(e));
        } catch (StreamConstraintsException e) {
            throw new BadRequest("The body is nested too deep, or has a name or a number that is too long.");
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body must be one JSON object and nothing else.");
        } catch (IOException e) {
            throw new BadRequest("The body is no text in UTF-8.");
        }
    }

    // The message of the parser repeats what was sent, of any length.
    private static String place(JsonParseException e) {
        var at = e.getLocation();
        var message = e.getOriginalMessage();
        return "%s (line %d, column %d)"
                .formatted(
                        message.length() <= 200 ? message : message.substring(0, 200) + "…",
                        at.getLineNr(),
                        at.getColumnNr());
    }
}
