package dev.slipway.template;

import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects what is wrong with a package and what is left out of it, while it is read. */
final class Remarks {

    // A package of nonsense would otherwise make a page of nonsense.
    private static final int MOST = 500;

    private final List<Remark> remarks = new ArrayList<>();
    private int more;

    void wrong(String file, int line, String text) {
        add(new Remark(true, file, line, text));
    }

    void leftOut(String file, int line, String text) {
        add(new Remark(false, file, line, text));
    }

    private void add(Remark remark) {
        if (remarks.size() < MOST) {
            remarks.add(remark);
        } else {
            more++;
        }
    }

    /** Everything so far, in the order in which it was found. */
    List<Remark> all() {
        var all = new ArrayList<>(remarks);
        if (more > 0) {
            all.add(new Remark(true, "", 0, "%d more remarks are not shown.".formatted(more)));
        }
        return List.copyOf(all);
    }

    /** The documents of a YAML file; none if it can't be read. */
    List<Tree> documents(String file, byte[] content) {
        try {
            return YamlReader.read(content);
        } catch (BadYaml e) {
            wrong(file, e.line(), e.getMessage() == null ? "" : e.getMessage());
            return List.of();
        }
    }

    /** The only document of a file, which must be a map. */
    Optional<Tree.Fields> map(String file, byte[] content) {
        var documents = documents(file, content);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        documents.stream()
                .skip(1)
                .forEach(other -> leftOut(file, other.line(), "Only the first document of this file is read."));
        return asMap(file, documents.get(0), "The file");
    }

    Optional<Tree.Fields> asMap(String file, Tree tree, String what) {
        if (tree instanceof Tree.Fields fields) {
            return Optional.of(fields);
        }
        wrong(file, tree.line(), "%s must be a map, but is %s.".formatted(what, tree.kind()));
        return Optional.empty();
    }

    /** The map below a key; empty if there is none. */
    Optional<Tree.Fields> map(String file, Tree.Fields in, String key) {
        return Optional.ofNullable(in.fields().get(key)).flatMap(tree -> asMap(file, tree, key));
    }

    /** The text below a key; empty if there is none, or an empty one. */
    Optional<Tree.Scalar> text(String file, Tree.Fields in, String key) {
        var tree = in.fields().get(key);
        if (tree != null && !(tree instanceof Tree.Scalar)) {
            wrong(file, tree.line(), "%s must be a text, but is %s.".formatted(key, tree.kind()));
        }
        return tree instanceof Tree.Scalar scalar && !scalar.text().isBlank() ? Optional.of(scalar) : Optional.empty();
    }

    /** Lists the keys of a map that nobody reads. */
    void unknown(String file, Tree.Fields in, String... known) {
        var unknown = new TreeSet<>(in.fields().keySet());
        List.of(known).forEach(unknown::remove);
        for (var key : unknown) {
            var line = Optional.ofNullable(in.fields().get(key)).map(Tree::line).orElse(in.line());
            leftOut(file, line, "%s is not understood. Known here: %s.".formatted(key, String.join(", ", known)));
        }
    }
}
