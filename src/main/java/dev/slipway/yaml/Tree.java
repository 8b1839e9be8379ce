package dev.slipway.yaml;

import java.util.List;
import java.util.Map;

/** A piece of YAML, with the line on which it begins. */
public sealed interface Tree {

    /** The line, from 1. */
    int line();

    /** A text, a number, a truth value, or nothing, as it is written. */
    record Scalar(String text, Kind means, int line) implements Tree {}

    /** What a scalar means, if YAML is asked. */
    enum Kind {
        TEXT,
        /** A text in quotes, whatever is in it. */
        QUOTED,
        WHOLE_NUMBER,
        FRACTION,
        TRUTH,
        NOTHING
    }

    /** A list. */
    record Items(List<Tree> items, int line) implements Tree {}

    /** A map from text, in the order of the file. */
    record Fields(Map<String, Tree> fields, int line) implements Tree {}

    /** What it is, for a sentence about it. */
    default String kind() {
        if (this instanceof Items) {
            return "a list";
        }
        return this instanceof Fields ? "a map" : "a text";
    }
}
