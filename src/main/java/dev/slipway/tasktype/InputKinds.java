package dev.slipway.tasktype;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.slipway.tasktype.TaskTypes.FieldProblem;
import java.util.Map;
import java.util.Optional;

/** Whether the values of an input are of the kinds that its type asks for, without making them fit. */
final class InputKinds {

    private InputKinds() {}

    /** The same mapper, which turns no value of one kind into another. */
    static ObjectMapper literal(ObjectMapper json) {
        var literal = json.copy();
        literal.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, Fail)
                .setCoercion(CoercionInputShape.Float, Fail)
                .setCoercion(CoercionInputShape.Boolean, Fail);
        literal.coercionConfigFor(LogicalType.Integer)
                .setCoercion(CoercionInputShape.String, Fail)
                .setCoercion(CoercionInputShape.EmptyString, Fail)
                .setCoercion(CoercionInputShape.Float, Fail)
                .setCoercion(CoercionInputShape.Boolean, Fail);
        literal.coercionConfigFor(LogicalType.Enum)
                .setCoercion(CoercionInputShape.Integer, Fail)
                .setCoercion(CoercionInputShape.EmptyString, Fail);
        return literal;
    }

    static Optional<FieldProblem> wrong(Class<? extends Record> type, Map<String, Object> input, ObjectMapper literal) {
        try {
            literal.treeToValue(literal.valueToTree(input), type);
            return Optional.empty();
        } catch (MismatchedInputException e) {
            return Optional.of(new FieldProblem(path(e), sentence(e.getTargetType())));
        } catch (JsonProcessingException e) {
            // A tree of maps and lists has nothing else that could go wrong.
            return Optional.empty();
        }
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder("input");
        for (var part : e.getPath()) {
            path.append(part.getFieldName() == null ? "[%d]".formatted(part.getIndex()) : "." + part.getFieldName());
        }
        return path.toString();
    }

    private static String sentence(Class<?> target) {
        return Number.class.isAssignableFrom(target) ? "This must be a whole number." : "This must be a text.";
    }
}
