package dev.slipway.target.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.target.Target.SpecProblem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to build, in the words of this target; see {@code KubernetesBuild} of the task type for what they mean. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BuildSpec(
        @Nullable String git,
        @Nullable String reference,
        @Nullable String archive,
        @Nullable String upload,
        @Nullable String directory,
        @Nullable String dockerfile,
        @Nullable Map<String, String> arguments,
        @Nullable String image,
        @Nullable String registrySecret,
        @Nullable String gitSecret) {

    private static final ObjectMapper JSON = new ObjectMapper();

    // BuildKit takes an address for that of a repository by its end. Credentials would be in the task, for all to see.
    private static final Pattern GIT = Pattern.compile("https?://[^\\s@?#]+\\.git");
    private static final Pattern ARCHIVE = Pattern.compile("https?://[^\\s@#]+");
    private static final Pattern UPLOAD = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]*");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._+-]*(/[A-Za-z0-9._][A-Za-z0-9._+-]*)*");
    // Of github.com/distribution/reference, without tag and digest; nothing in it has a meaning for --output.
    private static final Pattern IMAGE = Pattern.compile(
            "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:\\d+)?" + "(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)+");
    private static final Pattern SECRET = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Reads a spec. */
    static BuildSpec of(Map<String, Object> spec) {
        return JSON.convertValue(spec, BuildSpec.class);
    }

    /** All that is wrong with it. */
    List<SpecProblem> problems() {
        var problems = new ArrayList<SpecProblem>();
        source(problems);
        match(problems, "reference", reference, REFERENCE, "Enter a branch, a tag or a commit.");
        path(problems, "directory", directory);
        path(problems, "dockerfile", dockerfile);
        if (image == null) {
            problems.add(new SpecProblem("image", "Enter where the image is pushed to."));
        }
        var where = "Enter a registry and a repository without a tag, such as registry.example.com/shop/web.";
        match(problems, "image", image, IMAGE, where);
        match(problems, "registrySecret", registrySecret, SECRET, "Enter the name of a Secret.");
        match(problems, "gitSecret", gitSecret, SECRET, "Enter the name of a Secret.");
        argumentMap().keySet().stream()
                .filter(name -> !ARGUMENT.matcher(name).matches())
                .findFirst()
                .ifPresent(name ->
                        problems.add(new SpecProblem("arguments", "%s can't be the name of one.".formatted(name))));
        return problems;
    }

    private void source(List<SpecProblem> problems) {
        if (Stream.of(git, archive, upload).filter(Objects::nonNull).count() != 1) {
            problems.add(new SpecProblem(
                    "git",
                    "Enter either the address of a repository, or that of an archive below, or upload an archive."));
        }
        match(
                problems,
                "git",
                git,
                GIT,
                "Enter an address that begins with https:// and ends with .git; credentials belong in a Secret.");
        match(
                problems,
                "archive",
                archive,
                ARCHIVE,
                "Enter an address that begins with https://, without a name in it.");
        match(problems, "upload", upload, UPLOAD, "Enter sha256: and the 64 digits of an archive that was uploaded.");
        if (git == null && (reference != null || gitSecret != null)) {
            var field = reference != null ? "reference" : "gitSecret";
            problems.add(new SpecProblem(field, "Only a repository has one."));
        }
    }

    private static void path(List<SpecProblem> problems, String field, @Nullable String path) {
        match(problems, field, path, PATH, "Enter a relative path of letters, digits, dots, _, + and -.");
        if (path != null && List.of(path.split("/", -1)).contains("..")) {
            problems.add(new SpecProblem(field, "Enter a path without \"..\"."));
        }
    }

    private static void match(
            List<SpecProblem> problems, String field, @Nullable String value, Pattern rule, String message) {
        if (value != null && !rule.matcher(value).matches()) {
            problems.add(new SpecProblem(field, message));
        }
    }

    Map<String, String> argumentMap() {
        return Objects.requireNonNullElse(arguments, Map.of());
    }

    /**
     * The context of the build as BuildKit understands it: {@code https://git.example.com/shop/web.git#main:server}.
     *
     * @param uploaded the address of what was uploaded; null if nothing was
     */
    String context(@Nullable URI uploaded) {
        if (git == null) {
            return uploaded != null ? uploaded.toString() : Objects.requireNonNullElse(archive, "");
        }
        var part = Objects.requireNonNullElse(reference, "") + (directory == null ? "" : ":" + directory);
        return part.isEmpty() ? git : git + "#" + part;
    }

    /** The Dockerfile: relative to the directory of a repository, but to the root of an archive. */
    String file() {
        var name = Objects.requireNonNullElse(dockerfile, "Dockerfile");
        return git == null && directory != null ? directory + "/" + name : name;
    }
}
