package dev.slipway.template;

import dev.slipway.release.Definition;
import dev.slipway.web.FormProblem;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says what keeps a package from becoming a release task, and where on the page it can be put right. */
final class ImportProblems {

    private static final Set<String> FIELDS = Set.of("name", "description");
    private static final Pattern TASK = Pattern.compile("phases\\[(\\d+)]\\.groups\\[(\\d+)]\\.tasks\\[(\\d+)]\\.(.*)");

    private ImportProblems() {}

    /** What its files say with the values that were given: at the component whose file it is. */
    static List<FormProblem> of(Imports.Unusable unusable, TemplatePackage template) {
        var ids = FoundPages.ids(template);
        return unusable.remarks().stream()
                .filter(Remark::wrong)
                .map(remark -> new FormProblem(
                        template.components()
                                .map(TemplatePackage.Component::directory)
                                .filter(directory -> remark.file().startsWith(directory))
                                .findFirst()
                                .map(directory -> ids.getOrDefault(directory, "found"))
                                .orElse("found"),
                        "%s: %s".formatted(remark.place(), remark.text())))
                .toList();
    }

    /** What the rules of release tasks say: at the field, or by the name of the task. */
    static List<FormProblem> of(Imports.Refused refused) {
        return refused.why().problems().stream()
                .map(problem -> FIELDS.contains(problem.path())
                        ? new FormProblem(problem.path(), problem.message())
                        : new FormProblem(
                                "found", inWords(problem.path(), refused.definition()) + ": " + problem.message()))
                .toList();
    }

    private static String inWords(String path, Definition definition) {
        var task = TASK.matcher(path);
        return task.matches() ? inWords(task.toMatchResult(), definition) : path;
    }

    private static String inWords(MatchResult path, Definition definition) {
        var phase = definition.phases().get(Integer.parseInt(path.group(1)));
        var group = phase.groups().get(Integer.parseInt(path.group(2)));
        var task = group.tasks().get(Integer.parseInt(path.group(3)));
        return "%s, %s".formatted(task.displayName(), path.group(4).replaceFirst("^input\\.", ""));
    }
}
