package dev.slipway.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.slipway.identity.Place;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Rejected;
import dev.slipway.project.Role;
import dev.slipway.project.UnknownRecord;
import dev.slipway.web.Deletion;
import dev.slipway.web.DetailsForms;
import dev.slipway.web.FormMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up what the pages of projects and their members show. */
@ApplicationScoped
class ProjectPages {

    private final Members members;
    private final Contents contents;
    private final DetailsForms forms;
    private final MembershipMessages messages;
    private final FormMessages formMessages;

    ProjectPages(
            Members members,
            Contents contents,
            DetailsForms forms,
            MembershipMessages messages,
            FormMessages formMessages) {
        this.members = members;
        this.contents = contents;
        this.forms = forms;
        this.messages = messages;
        this.formMessages = formMessages;
    }

    /** The projects of the actor, by name. */
    @Transactional
    ProjectsPage all(Actor actor, Optional<Place> here) {
        var projects = Project.<Project>list(
                "id in ?1 order by lower(name)", actor.roles().keySet());
        var entries = projects.stream()
                .map(project -> new ProjectsPage.Entry(
                        project.id(),
                        project.name(),
                        project.description(),
                        actor.roles().getOrDefault(project.id(), Set.of()).stream()
                                .sorted()
                                .toList(),
                        isCurrent(project, here)))
                .toList();
        return new ProjectsPage(entries, Projects.mayCreate(actor));
    }

    private static boolean isCurrent(Project project, Optional<Place> here) {
        return here.filter(place -> place.projectId().equals(project.id())).isPresent();
    }

    /** One project, with what was typed about a new member. */
    @Transactional
    ProjectPage one(Actor actor, Optional<Place> here, String id, ProjectPage.MemberForm adding) {
        var project = Project.seenBy(actor, id);
        var byUser = members.of(id).stream().collect(groupingBy(Members.Row::username, LinkedHashMap::new, toList()));
        var rows = new ArrayList<ProjectPage.Member>();
        byUser.forEach((username, roles) -> rows.add(new ProjectPage.Member(
                username,
                roles.get(0).displayName(),
                roles.stream().map(Members.Row::role).sorted().toList())));
        return new ProjectPage(
                id,
                project.name(),
                project.description(),
                isCurrent(project, here),
                !project.isDefault(),
                actor.may(id, Permission.ADMINISTER),
                rows,
                adding);
    }

    /** The form for a project as it is stored. */
    @Transactional
    ProjectForm editing(Actor actor, String id) {
        var project = Project.seenBy(actor, id);
        actor.require(id, Permission.ADMINISTER);
        var path = "/projects/" + id;
        return new ProjectForm(project.name(), path + "/edit", path, forms.of(project.details(), project.edition()));
    }

    /** The question whether a project may go. */
    @Transactional
    Deletion deleting(Actor actor, String id) {
        var project = Project.seenBy(actor, id);
        actor.require(id, Permission.ADMINISTER);
        return new Deletion(
                "projects",
                project.name(),
                messages.projectDeletion(),
                "/projects/%s/delete".formatted(id),
                "/projects/" + id,
                obstacles(contents.of(id)));
    }

    private List<Deletion.Obstacle> obstacles(Contents.Counts counts) {
        var obstacles = new ArrayList<Deletion.Obstacle>();
        add(obstacles, messages.releaseTasksIn(), counts.releaseTasks());
        add(obstacles, messages.applicationsIn(), counts.applications());
        add(obstacles, messages.environmentsIn(), counts.environments());
        add(obstacles, messages.serviceAccountsIn(), counts.serviceAccounts());
        return obstacles;
    }

    private static void add(List<Deletion.Obstacle> obstacles, String what, long count) {
        if (count > 0) {
            obstacles.add(new Deletion.Obstacle(what, String.valueOf(count), null));
        }
    }

    /**
     * The form about the roles of a member as they are.
     *
     * @throws UnknownRecord if the project has no such member
     */
    @Transactional
    MemberPage member(Actor actor, String id, String username) {
        var project = Project.seenBy(actor, id);
        actor.require(id, Permission.ADMINISTER);
        var rows = members.of(id).stream()
                .filter(row -> row.username().equals(username))
                .toList();
        if (rows.isEmpty()) {
            throw new UnknownRecord("member", username);
        }
        var roles = rows.stream().map(Members.Row::role).collect(toSet());
        return new MemberPage(
                id, project.name(), rows.get(0).displayName(), ProjectPage.MemberForm.of(username, roles));
    }

    /** What was typed about a member, with what is wrong. */
    ProjectPage.MemberForm rejected(String username, Set<Role> chosen, Rejected why) {
        var problem = why.problems().get(0);
        var text = formMessages.problem(problem.reason().name(), problem.detail());
        return problem.field().equals("username")
                ? new ProjectPage.MemberForm(username, chosen, text, "")
                : new ProjectPage.MemberForm(username, chosen, "", text);
    }
}
