package dev.slipway.template;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.net.Download;
import dev.slipway.net.RefusedCall;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Template packages at an address, for programs: what is in one, and the release task that it makes. */
@ApplicationScoped
public class RemotePackages {

    private final Download download;
    private final Imports imports;
    private final AuditTrail audit;

    RemotePackages(Download download, Imports imports, AuditTrail audit) {
        this.download = download;
        this.imports = imports;
        this.audit = audit;
    }

    /** A header with which a package is downloaded. */
    public record Header(String key, String value) {}

    /**
     * Where a package is.
     *
     * @param username empty: without basic authentication
     */
    public record Source(String address, List<Header> headers, String username, String password) {

        /** What comes after the question mark may be a secret. */
        String label() {
            return address.replaceFirst("[?#].*", "");
        }
    }

    /** A package, as it was downloaded for a project. */
    public static final class Fetched {

        private final SortedMap<String, byte[]> files;
        private final TemplatePackage template;
        private final String label;

        Fetched(SortedMap<String, byte[]> files, TemplatePackage template, String label) {
            this.files = files;
            this.template = template;
            this.label = label;
        }

        /** Its files by their paths. */
        public Map<String, String> files() {
            var texts = new LinkedHashMap<String, String>();
            files.forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
            return texts;
        }

        /** What it leaves open, by name; the first of those that have the same name in several components. */
        public Map<String, VariableFacts> variables() {
            var variables = new LinkedHashMap<String, VariableFacts>();
            template.components()
                    .flatMap(component -> component.variables().values().stream())
                    .forEach(variable -> variables.putIfAbsent(
                            variable.name(),
                            new VariableFacts(variable.type(), variable.value(), variable.description())));
            return variables;
        }

        /** What is wrong with it, or left out. */
        public List<Remark> remarks() {
            return template.remarks();
        }
    }

    /** A variable of a package. */
    public record VariableFacts(String type, String value, String description) {}

    /**
     * Downloads a package; to be called outside of any transaction, because this may take its time.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws UnusablePackage if it can't be had, or is no package
     */
    public Fetched fetch(Actor actor, String projectId, Source source) {
        actor.require(projectId, Permission.EDIT);
        try {
            var content =
                    download.get(new Download.Order(source.address(), headers(source), PackageArchive.MOST_BYTES));
            var files = PackageArchive.read(content);
            return new Fetched(files, PackageReader.read(files, projectId), source.label());
        } catch (RefusedCall | RefusedPackage e) {
            throw new UnusablePackage("template_source.url", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> headers(Source source) {
        var lines = source.headers().stream()
                .map(header -> "%s: %s".formatted(header.key(), header.value()))
                .collect(Collectors.joining("\n"));
        var broken =
                source.headers().stream().anyMatch(header -> (header.key() + header.value()).matches("(?s).*\\R.*"));
        if (broken || Headers.problem(lines).isPresent()) {
            throw new UnusablePackage(
                    "template_source.http_headers", Headers.problem(lines).orElse("A header is one line."));
        }
        return Headers.of(lines, source.username(), source.password());
    }

    /**
     * What a release task is to be called, and what its package leaves open.
     *
     * @param environment the name of the environment; empty: the only one there is
     * @param values by the names of variables; those that are missing have their defaults
     */
    public record Wish(String name, String description, String environment, Map<String, String> values) {}

    /**
     * What a package says, with these values.
     *
     * @throws UnusablePackage if something is missing or wrong
     */
    @Transactional
    public Definition definition(ReleaseTask.Home home, Fetched fetched, Wish wish) {
        var environment = environment(home, wish.environment());
        refuse(fetched.template.remarks());
        var values = values(fetched.template, wish.values());
        var whole = new PackageDefinition.Wish(
                wish.name(), wish.description(), environment, imports.kind(home, environment), values);
        var made = PackageDefinition.of(fetched.template, whole, imports.existing(home, environment));
        refuse(made.remarks());
        return made.definition();
    }

    private String environment(ReleaseTask.Home home, String named) {
        var known = imports.environments(home);
        if (named.isEmpty() && known.size() == 1) {
            return known.get(0);
        }
        if (!known.contains(named)) {
            throw new UnusablePackage(
                    "environment",
                    "Say in which environment the package is to be deployed. There are: %s."
                            .formatted(known.isEmpty() ? "none" : String.join(", ", known)));
        }
        return named;
    }

    private static void refuse(List<Remark> remarks) {
        var wrong = remarks.stream()
                .filter(Remark::wrong)
                .limit(5)
                .map(remark -> "%s: %s".formatted(remark.place(), remark.text()))
                .collect(Collectors.joining(" "));
        if (!wrong.isEmpty()) {
            throw new UnusablePackage("template_source.url", wrong);
        }
    }

    private static Map<String, Map<String, String>> values(TemplatePackage template, Map<String, String> given) {
        var byComponent = new HashMap<String, Map<String, String>>();
        template.components().forEach(component -> {
            var own = new HashMap<String, String>();
            component.variables().values().forEach(variable -> {
                var value = given.getOrDefault(variable.name(), variable.value());
                variable.problem(value).ifPresent(problem -> {
                    throw new UnusablePackage("input_values." + variable.name(), problem);
                });
                own.put(variable.name(), value);
            });
            byComponent.put(component.directory(), own);
        });
        return byComponent;
    }

    /** Records that a release task was made of a package, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void imported(Actor actor, ReleaseTask release, Fetched fetched) {
        audit.record(
                actor.username(),
                release.projectId(),
                "template_package_imported",
                new AuditSubject("release_task", release.id().toString(), release.name()),
                Map.of("package", fetched.label));
    }
}
