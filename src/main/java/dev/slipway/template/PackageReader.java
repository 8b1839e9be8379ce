package dev.slipway.template;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.slipway.catalog.Names;
import dev.slipway.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of a package: directories of applications, in which are directories of components. */
final class PackageReader {

    private static final int MOST_APPLICATIONS = 20;
    private static final int MOST_COMPONENTS = 50;
    private static final String APPLICATION_FILE = "app.yaml";
    private static final String SPEC_FILE = "spec.yaml";

    private final SortedMap<String, byte[]> files;
    private final String projectId;
    private final Remarks remarks = new Remarks();

    private PackageReader(SortedMap<String, byte[]> files, String projectId) {
        this.files = files;
        this.projectId = projectId;
    }

    /** What a package says that is to become a release task of a project; whatever is wrong with it is a remark. */
    static TemplatePackage read(SortedMap<String, byte[]> files, String projectId) {
        return new PackageReader(files, projectId).read();
    }

    private TemplatePackage read() {
        var root = root();
        var applications = new ArrayList<TemplatePackage.Application>();
        directories(root)
                .forEach((directory, paths) -> application(directory, paths).ifPresent(applications::add));
        if (applications.size() > MOST_APPLICATIONS) {
            remarks.wrong(
                    "",
                    0,
                    "%d applications are too many, at most %d.".formatted(applications.size(), MOST_APPLICATIONS));
        }
        if (applications.isEmpty()) {
            remarks.wrong("", 0, "There is no application. An application is a directory with a file app.yaml.");
        }
        return new TemplatePackage(applications, remarks.all());
    }

    /** The directory that holds those of the applications: the package, or the only directory in it. */
    private String root() {
        var first = files.firstKey();
        var only = first.substring(0, first.indexOf('/') + 1);
        var wrapped = !only.isEmpty()
                && files.keySet().stream().allMatch(path -> path.startsWith(only))
                && !files.containsKey(only + APPLICATION_FILE);
        return wrapped ? only : "";
    }

    /** The paths in each directory directly below another one; files beside the directories are left out. */
    private Map<String, List<String>> directories(String parent) {
        var inside =
                files.keySet().stream().filter(path -> path.startsWith(parent)).toList();
        inside.stream()
                .filter(path -> path.indexOf('/', parent.length()) < 0)
                .filter(path -> !isKnown(path.substring(parent.length())))
                .forEach(path -> remarks.leftOut(path, 0, "This file is not understood here."));
        return inside.stream()
                .filter(path -> path.indexOf('/', parent.length()) > 0)
                .collect(groupingBy(
                        path -> path.substring(0, path.indexOf('/', parent.length()) + 1),
                        TreeMap::new,
                        mapping(path -> path, toList())));
    }

    private static boolean isKnown(String file) {
        return file.equals(APPLICATION_FILE) || file.equals(SPEC_FILE) || file.equals("README.md");
    }

    private Optional<TemplatePackage.Application> application(String directory, List<String> paths) {
        var file = directory + APPLICATION_FILE;
        var content = files.get(file);
        if (content == null) {
            remarks.leftOut(
                    directory,
                    0,
                    "The directory has no app.yaml, so its files are left out: %d.".formatted(paths.size()));
            return Optional.empty();
        }
        applicationSpec(directory);
        return remarks.map(file, content).flatMap(root -> application(directory, file, root));
    }

    private Optional<TemplatePackage.Application> application(String directory, String file, Tree.Fields root) {
        remarks.unknown(file, root, "kind", "spec");
        var kind = remarks.text(file, root, "kind").map(Tree.Scalar::text).orElse("");
        if (!kind.equals("ServiceStageApplication")) {
            remarks.wrong(file, root.line(), "kind must be ServiceStageApplication, but is \"%s\".".formatted(kind));
            return Optional.empty();
        }
        var spec = remarks.map(file, root, "spec").orElseGet(() -> new Tree.Fields(Map.of(), root.line()));
        remarks.unknown(file, spec, "name", "description", "enterprise_project_id");
        project(file, spec);
        var name = remarks.text(file, spec, "name").map(Tree.Scalar::text).orElse("");
        if (!name.matches(Names.RULE)) {
            remarks.wrong(
                    file,
                    spec.line(),
                    "spec.name must be 2 to 64 letters, digits, _ and -, a letter first, but is \"%s\"."
                            .formatted(name));
            return Optional.empty();
        }
        var description =
                remarks.text(file, spec, "description").map(Tree.Scalar::text).orElse("");
        return Optional.of(new TemplatePackage.Application(directory, name, description, components(directory)));
    }

    private void project(String file, Tree.Fields spec) {
        remarks.text(file, spec, "enterprise_project_id")
                .filter(id -> !id.text().equals(projectId))
                .ifPresent(id -> remarks.leftOut(
                        file,
                        id.line(),
                        "enterprise_project_id is %s. The release task is created in your current project, which has the id %s."
                                .formatted(id.text(), projectId)));
    }

    private void applicationSpec(String directory) {
        var file = directory + SPEC_FILE;
        Optional.ofNullable(files.get(file))
                .flatMap(content -> remarks.map(file, content))
                .ifPresent(spec -> {
                    remarks.unknown(file, spec, "model_version", "model_type");
                    ComponentReader.modelVersion(remarks, file, spec);
                });
    }

    private List<TemplatePackage.Component> components(String application) {
        var components = new ArrayList<TemplatePackage.Component>();
        directories(application).forEach((directory, paths) -> {
            if (files.containsKey(directory + SPEC_FILE)) {
                new ComponentReader(remarks, files, directory).read().ifPresent(components::add);
            } else {
                remarks.leftOut(
                        directory,
                        0,
                        "The directory has no spec.yaml, so its files are left out: %d.".formatted(paths.size()));
            }
        });
        if (components.size() > MOST_COMPONENTS) {
            remarks.wrong(
                    application,
                    0,
                    "%d components are too many, at most %d.".formatted(components.size(), MOST_COMPONENTS));
        }
        return components;
    }
}
