package dev.slipway.editor;

import dev.slipway.editor.EditorPage.ProblemLink;
import dev.slipway.identity.ProjectChoice;
import dev.slipway.release.DefinitionRules;
import dev.slipway.release.Problem;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together the form of name, description and policy, with what is wrong in it. */
@ApplicationScoped
class BasicsPages {

    private final ReleaseTasks releases;
    private final EditorMessages texts;

    BasicsPages(ReleaseTasks releases, EditorMessages texts) {
        this.releases = releases;
        this.texts = texts;
    }

    /** A form to be drawn: where it stands, what is in it, and what it began from. */
    record Asking(Sheet sheet, BasicsPage.Target target, BasicsText text, String seen, List<ProjectChoice> projects) {}

    /** The form as it is first shown. */
    BasicsPage ask(Asking asking) {
        return page(asking, List.of(), null);
    }

    /** The form again, with what is wrong in it. */
    BasicsPage ask(Asking asking, List<Problem> problems) {
        return page(asking, problems, null);
    }

    /** The form again, because {@code whom} has changed what it is about. */
    BasicsPage stale(Asking asking, String whom) {
        return page(asking, List.of(), whom);
    }

    /** What is wrong with what was typed, for a release task in a place. */
    List<Problem> problems(BasicsText text, ReleaseTask.Home home, @Nullable UUID self) {
        var problems = new ArrayList<>(releases.problemsOfName(home, text.name(), self));
        if (text.description().length() > DefinitionRules.LONGEST_DESCRIPTION) {
            problems.add(new Problem(
                    "description",
                    texts.editorDescriptionTooLong(text.description().length(), DefinitionRules.LONGEST_DESCRIPTION)));
        }
        return problems;
    }

    private BasicsPage page(Asking asking, List<Problem> problems, @Nullable String stale) {
        return new BasicsPage(
                asking.sheet(),
                asking.target(),
                asking.seen(),
                stale,
                asking.text(),
                asking.projects(),
                problems.stream()
                        .map(problem -> new ProblemLink("#" + problem.path(), problem.message()))
                        .toList(),
                message(problems, "name"),
                message(problems, "description"));
    }

    private static @Nullable String message(List<Problem> problems, String path) {
        return problems.stream()
                .filter(problem -> problem.path().equals(path))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
