package dev.slipway.template;

import dev.slipway.web.FormProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is in a package, and the form that makes a release task of it.
 *
 * @param title what the package is called
 * @param wrong what keeps a release task from being made at all
 * @param leftOut what will not be in the release task
 * @param environments where it may be deployed to
 */
public record FoundPage(
        UUID id,
        String title,
        List<Application> applications,
        List<Remark> wrong,
        List<Remark> leftOut,
        List<String> environments,
        Basics basics,
        List<FormProblem> problems) {

    /** The fields that every release task has. */
    public record Basics(String name, String description, String environment) {}

    /** An application with its components. */
    public record Application(String name, String directory, List<Component> components) {}

    /** A component; its id is where problems link to that belong to none of its fields. */
    public record Component(String id, String name, String directory, List<Field> variables) {}

    /**
     * A variable to fill in.
     *
     * @param key tells it from those of other components
     * @param problem what is wrong with its value; null if nothing is
     */
    public record Field(
            String id,
            String key,
            String name,
            String type,
            String value,
            String description,
            @Nullable String problem) {

        /** Whether it is true or false. */
        public boolean isBool() {
            return type.equals("bool");
        }

        /** Whether its value may need several lines. */
        public boolean isLong() {
            return Variable.isCollection(type) || value.length() > 60 || value.contains("\n");
        }
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable String problemOf(String field) {
        return FormProblem.of(field, problems);
    }

    /** Whether a release task can be made, once its variables have values. */
    public boolean isUsable() {
        return wrong.isEmpty() && !environments.isEmpty() && components() > 0;
    }

    /** How many components there are in all. */
    public int components() {
        return applications.stream()
                .mapToInt(application -> application.components().size())
                .sum();
    }
}
