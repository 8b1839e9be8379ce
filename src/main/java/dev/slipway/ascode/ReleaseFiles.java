package dev.slipway.ascode;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.DefinitionRules;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.yaml.YamlReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Turns release tasks into files and back. */
@ApplicationScoped
public class ReleaseFiles {

    private final ReleaseTasks releases;
    private final DefinitionRules rules;

    ReleaseFiles(ReleaseTasks releases, DefinitionRules rules) {
        this.releases = releases;
        this.rules = rules;
    }

    /**
     * A file to download.
     *
     * @param fileName the name of the release task with {@code .yaml}
     * @param text what {@code src/docs/release-task.schema.json} describes
     */
    public record Export(String fileName, String text) {}

    /** @throws UnknownRecord if there is no such release task, or it is none of the actor's business */
    @Transactional
    public Export export(Actor actor, UUID id) {
        var release = ReleaseTask.byId(id);
        if (!actor.may(release.projectId(), Permission.VIEW)) {
            throw new UnknownRecord("release task", id);
        }
        var definition = release.definition();
        return new Export(ReleaseWriter.fileName(definition), ReleaseWriter.write(definition));
    }

    /**
     * Makes the release task that a file says.
     *
     * @param replace replaces what the release task of the same name says, where there is one
     * @return the release task
     * @throws BadFile with everything that is wrong, by line
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws dev.slipway.execution.AlreadyActive if it is to be replaced while it is executed
     */
    @Transactional
    public UUID take(Actor actor, ReleaseTask.Home home, String text, boolean replace) {
        actor.require(home.projectId(), Permission.EDIT);
        var file = read(text);
        return replace ? replace(actor, home, file) : create(actor, home, file);
    }

    /**
     * Replaces what a release task says by what a file says, its name included.
     *
     * @param base which release task, and the revision that the caller knows
     * @throws BadFile with everything that is wrong, by line
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws dev.slipway.execution.AlreadyActive if it is executed
     * @throws dev.slipway.release.EditedMeanwhile if somebody has saved another revision
     */
    @Transactional
    public ReleaseTask edit(Actor actor, ReleaseTasks.Base base, String text) {
        releases.forEditing(actor, base.id());
        var file = read(text);
        try {
            return releases.edit(actor, base, file.definition());
        } catch (InvalidDefinition e) {
            throw new BadFile(file.onLines(e.problems()));
        }
    }

    private ReadRelease read(String text) {
        if (text.length() > YamlReader.LONGEST) {
            throw new BadFile(List.of(new FileProblem(1, "The file is larger than 4 MB.")));
        }
        var file = ReleaseReader.read(text);
        if (!file.problems().isEmpty()) {
            throw new BadFile(file.problems());
        }
        var wrong = rules.check(file.definition());
        if (!wrong.isEmpty()) {
            throw new BadFile(file.onLines(wrong));
        }
        return file;
    }

    private UUID replace(Actor actor, ReleaseTask.Home home, ReadRelease file) {
        return ReleaseTask.find(home, file.definition().name())
                .map(known -> releases.edit(
                                actor, new ReleaseTasks.Base(known.id(), known.revision()), file.definition())
                        .id())
                .orElseGet(() -> create(actor, home, file));
    }

    private UUID create(Actor actor, ReleaseTask.Home home, ReadRelease file) {
        try {
            return releases.create(actor, home, file.definition()).id();
        } catch (InvalidDefinition e) {
            throw new BadFile(file.onLines(e.problems()));
        }
    }

    /** A file that makes no release task. */
    public static final class BadFile extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<FileProblem> problems;

        BadFile(List<FileProblem> problems) {
            super(problems.size() + " problems");
            this.problems = problems;
        }

        /** Everything that is wrong, in the order of the lines. */
        public List<FileProblem> problems() {
            return problems;
        }
    }
}
