package dev.slipway.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document as people read it. */
record ApiPage(List<Group> groups, List<Answer> errors, List<Schema> schemas) {

    /** Operations that belong together. */
    record Group(String anchor, String name, String description, List<Operation> operations) {}

    /**
     * A method at an address.
     *
     * @param anchor the id of the operation in the document
     * @param body what is sent; null if nothing is
     */
    record Operation(
            String anchor,
            String method,
            String path,
            String summary,
            String description,
            boolean extension,
            List<Field> parameters,
            @Nullable Type body,
            List<Example> examples,
            List<Answer> answers,
            List<Answer> errors) {}

    /**
     * An answer of one or all operations.
     *
     * @param anchor where errors are said for all operations; empty for an answer of one
     * @param body null if it has none
     */
    record Answer(
            String status,
            String anchor,
            String description,
            List<Field> headers,
            @Nullable Type body,
            List<Example> examples) {}

    /** Something sent or answered, as text that keeps its lines. */
    record Example(String summary, String text) {}

    /**
     * A field of an object, a parameter or a header.
     *
     * @param in where a parameter goes; empty for a field or header
     */
    record Field(String name, String in, Type type, boolean required, boolean extension, String description) {}

    /**
     * What a value is.
     *
     * @param before words before the name of a schema: {@code array of}
     * @param schema the name of the schema that it follows; empty if it has none
     * @param after words behind it, with all rules
     */
    record Type(String before, String schema, String after) {}

    /**
     * A schema with a name.
     *
     * @param type what it is where it has no fields
     * @param parts the schemas of which it takes what fits
     */
    record Schema(String name, String description, Type type, List<Field> fields, List<String> parts) {}
}
