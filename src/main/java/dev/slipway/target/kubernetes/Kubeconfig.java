package dev.slipway.target.kubernetes;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.target.BadConnection;
import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kubeconfig (Kubernetes API, kubeconfig v1). What would start a program or read a file of this machine is refused.
 */
final class Kubeconfig {

    private static final String QUESTION = "kubeconfig";
    private static final Map<String, String> FILES = Map.of(
            "certificate-authority", "certificate-authority-data",
            "client-certificate", "client-certificate-data",
            "client-key", "client-key-data",
            "tokenFile", "token");
    private static final Set<String> PROGRAMS = Set.of("exec", "auth-provider");
    private static final Set<String> DETOURS = Set.of("proxy-url", "tls-server-name", "as", "as-groups", "as-uid");

    private final Map<String, Tree> file;

    private Kubeconfig(Map<String, Tree> file) {
        this.file = file;
    }

    /**
     * What a context of a kubeconfig says.
     *
     * @param context the name of the context; empty: the current one
     * @throws BadConnection if it can't be used; the message has nothing secret
     */
    static Credentials read(String text, String context) {
        return new Kubeconfig(fields(parse(text), "The file")).credentials(context);
    }

    private static Tree parse(String text) {
        List<Tree> documents;
        try {
            documents = YamlReader.read(text);
        } catch (BadYaml e) {
            // Its message may quote the file.
            throw bad("Line %d is no YAML that can be read.".formatted(e.line()));
        }
        if (documents.size() != 1) {
            throw bad("This is no kubeconfig: it has to be one YAML document.");
        }
        return documents.get(0);
    }

    private Credentials credentials(String wanted) {
        var name = wanted.isEmpty() ? text(file, "current-context") : wanted;
        if (name.isEmpty()) {
            throw new BadConnection("context", "The file has no current context. Enter the name of one.");
        }
        var context = entry("contexts", "context", name, "context");
        var cluster = entry("clusters", "cluster", text(context, "cluster"), QUESTION);
        var user = entry("users", "user", text(context, "user"), QUESTION);
        checkPlain(cluster);
        checkPlain(user);
        var authority = text(cluster, "certificate-authority-data");
        return new Credentials(
                        text(cluster, "server"),
                        authority,
                        text(user, "token"),
                        new Credentials.ClientCertificate(
                                text(user, "client-certificate-data"), text(user, "client-key-data")),
                        text(cluster, "insecure-skip-tls-verify").equals("true"))
                .checked(QUESTION);
    }

    private static void checkPlain(Map<String, Tree> entry) {
        for (var key : entry.keySet()) {
            if (PROGRAMS.contains(key)) {
                throw bad(
                        "The user of this context signs in by a program (%s), and Slipway runs no programs for it. Make a service account and use its token."
                                .formatted(key));
            }
            if (FILES.containsKey(key)) {
                throw bad(
                        "The file points to another file (%s), which Slipway does not read. Put its content in as %s: kubectl config view --flatten --minify --raw does."
                                .formatted(key, FILES.get(key)));
            }
            if (DETOURS.contains(key) || key.equals("username") || key.equals("password")) {
                throw bad("Slipway does not know %s in a kubeconfig.".formatted(key));
            }
        }
    }

    /** The entry of a list with this name: {@code contexts: [{name: a, context: {...}}]}. */
    private Map<String, Tree> entry(String list, String what, String name, String question) {
        if (file.get(list) instanceof Tree.Items items) {
            for (var item : items.items()) {
                var entry = fields(item, "An entry of " + list);
                if (text(entry, "name").equals(name)) {
                    return entry.get(what) instanceof Tree.Fields found ? found.fields() : Map.of();
                }
            }
        }
        throw new BadConnection(question, "The file has no %s of the name it needs.".formatted(what));
    }

    private static Map<String, Tree> fields(Tree tree, String what) {
        if (tree instanceof Tree.Fields fields) {
            return fields.fields();
        }
        throw bad("%s has to be a map.".formatted(what));
    }

    private static String text(Map<String, Tree> fields, String name) {
        @Nullable Tree found = fields.get(name);
        return found instanceof Tree.Scalar scalar
                ? requireNonNullElse(scalar.text(), "").strip()
                : "";
    }

    private static BadConnection bad(String sentence) {
        return new BadConnection(QUESTION, sentence);
    }
}
