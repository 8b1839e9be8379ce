package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.DefaultValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What the form about the connection of an environment sends. */
public class ConnectionForm {

    private static final long LARGEST_FILE = 64 * 1024;

    @RestForm
    @Nullable
    String access;

    @RestForm
    @Nullable
    String namespace;

    @RestForm
    @Nullable
    String kubeconfig;

    @RestForm
    @Nullable
    FileUpload file;

    @RestForm
    @Nullable
    String context;

    @RestForm
    @Nullable
    String server;

    @RestForm
    @Nullable
    String ca;

    @RestForm
    @Nullable
    String token;

    @RestForm
    @DefaultValue("0")
    int edition;

    /** What was typed, by field; a file counts as what it holds. */
    Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        put(answers, "access", access);
        put(answers, "namespace", namespace);
        put(answers, "kubeconfig", uploaded().isEmpty() ? kubeconfig : uploaded());
        put(answers, "context", context);
        put(answers, "server", server);
        put(answers, "ca", ca);
        put(answers, "token", token);
        return answers;
    }

    private static void put(Map<String, String> answers, String name, @Nullable String value) {
        answers.put(name, requireNonNullElse(value, "").replace("\0", "").replace("\r\n", "\n"));
    }

    private String uploaded() {
        if (file == null || file.fileName().isEmpty() || file.size() > LARGEST_FILE) {
            return "";
        }
        try {
            return new String(Files.readAllBytes(file.filePath()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
