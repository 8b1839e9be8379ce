package dev.slipway.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML into trees that remember their lines. Nothing in a file can make it create objects, or grow by itself. */
public final class YamlReader {

    /** How many characters a file may have. */
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final int DEEPEST = 30;
    private static final int MOST_DOCUMENTS = 100;
    private static final Set<Tag> TEXTS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private YamlReader() {}

    /**
     * The documents of a file; empty ones are left out.
     *
     * @throws BadYaml if it is no YAML, or has aliases, tags or a key twice
     */
    public static List<Tree> read(byte[] file) {
        return read(text(file));
    }

    /** The documents of a text; empty ones are left out. */
    public static List<Tree> read(String text) {
        try {
            var documents = new ArrayList<Tree>();
            for (var node : yaml().composeAll(new StringReader(text))) {
                if (documents.size() == MOST_DOCUMENTS) {
                    throw new BadYaml(line(node), "More than %d documents are too many.".formatted(MOST_DOCUMENTS));
                }
                tree(node).ifPresent(documents::add);
            }
            return documents;
        } catch (MarkedYAMLException e) {
            var mark = Optional.ofNullable(e.getProblemMark()).map(problem -> problem.getLine() + 1);
            throw new BadYaml(mark.orElse(1), "This is no YAML: %s.".formatted(problem(e)));
        } catch (YAMLException e) {
            throw new BadYaml(1, "This is YAML that is not allowed: %s.".formatted(firstLine(e)));
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowRecursiveKeys(false);
        options.setCodePointLimit(LONGEST);
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new org.yaml.snakeyaml.DumperOptions()),
                new org.yaml.snakeyaml.DumperOptions(),
                options);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadYaml(1, "This is no text in UTF-8.");
        }
    }

    private static String problem(MarkedYAMLException e) {
        return e.getProblem() == null ? firstLine(e) : e.getProblem();
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Optional<Tree> tree(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)
                ? Optional.empty()
                : Optional.of(of(node));
    }

    private static Tree of(Node node) {
        if (node instanceof ScalarNode scalar) {
            if (!TEXTS.contains(scalar.getTag())) {
                throw new BadYaml(line(node), "The tag %s is not allowed.".formatted(scalar.getTag()));
            }
            return new Tree.Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), kind(scalar), line(node));
        }
        if (node instanceof SequenceNode list && node.getTag().equals(Tag.SEQ)) {
            return new Tree.Items(list.getValue().stream().map(YamlReader::of).toList(), line(node));
        }
        if (node instanceof MappingNode map && node.getTag().equals(Tag.MAP)) {
            return fields(map);
        }
        throw new BadYaml(line(node), "The tag %s is not allowed.".formatted(node.getTag()));
    }

    private static Tree.Kind kind(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.NULL)) {
            return Tree.Kind.NOTHING;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Tree.Kind.TRUTH;
        }
        if (scalar.getTag().equals(Tag.STR) && !scalar.isPlain()) {
            return Tree.Kind.QUOTED;
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return Tree.Kind.FRACTION;
        }
        return scalar.getTag().equals(Tag.INT) ? Tree.Kind.WHOLE_NUMBER : Tree.Kind.TEXT;
    }

    private static Tree fields(MappingNode map) {
        var fields = new LinkedHashMap<String, Tree>();
        for (var entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new BadYaml(
                        line(entry.getKeyNode()), "A key must be a text. Put {{name}} in quotes, or write ${name}.");
            }
            if (fields.put(key.getValue(), of(entry.getValueNode())) != null) {
                throw new BadYaml(line(key), "The key %s is there twice.".formatted(key.getValue()));
            }
        }
        return new Tree.Fields(fields, line(map));
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
