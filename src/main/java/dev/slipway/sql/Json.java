package dev.slipway.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of JSON, as entities write them too: whatever the REST API does to its JSON does not matter here. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private Json() {}

    /** Named values as the text of a column. */
    public static String text(Map<String, Object> values) {
        return write(values);
    }

    /** The same where nothing is stored as null. */
    public static @Nullable String textUnlessEmpty(Map<String, Object> values) {
        return values.isEmpty() ? null : text(values);
    }

    /** Rows by the names of their columns, as PostgreSQL's jsonb_to_recordset takes them. */
    public static String rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return write(rows);
    }

    /** The named values in a column; null where it has none. */
    public static @Nullable Map<String, Object> values(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return MAPPER.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
