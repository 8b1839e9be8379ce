package dev.slipway.trail;

import dev.slipway.audit.AuditEvent;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.web.FormProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of the audit trail shows. */
@ApplicationScoped
class TrailPages {

    static final int PAGE_SIZE = 50;

    private final Trail trail;
    private final Choices choices;
    private final ObjectLinks links;
    private final TrailMessages messages;

    TrailPages(Trail trail, Choices choices, ObjectLinks links, TrailMessages messages) {
        this.trail = trail;
        this.choices = choices;
        this.links = links;
        this.messages = messages;
    }

    /** What somebody asks for: the events of which project, which of them, and from where on. */
    record Question(Actor actor, String projectId, TrailFilter filter, @Nullable TrailCursor cursor) {}

    /** The page that answers a question; one with problems and no rows where it can't be answered. */
    TrailPage page(Question question) {
        var scope = Trail.scope(question.actor(), question.projectId(), question.filter());
        var offer = Choices.Offer.NOTHING;
        var problems = problems(question.filter());
        var stretch = Stretch.NOTHING;
        try {
            offer = choices.of(scope);
            stretch = problems.isEmpty() ? stretch(question, scope) : stretch;
        } catch (SearchTooLong e) {
            problems = List.of(new FormProblem("from", messages.auditTooLong()));
        }
        return page(question, offer, problems, stretch);
    }

    private List<FormProblem> problems(TrailFilter filter) {
        var problems = new ArrayList<FormProblem>();
        if (filter.hasBadFrom()) {
            problems.add(new FormProblem("from", messages.auditNoTime(filter.from())));
        }
        if (filter.hasBadTo()) {
            problems.add(new FormProblem("to", messages.auditNoTime(filter.to())));
        } else if (filter.isBackwards()) {
            problems.add(new FormProblem("to", messages.auditBackwards()));
        }
        return problems;
    }

    /** Events that follow each other, and whether there are more on either side. */
    private record Stretch(List<AuditEvent> events, boolean newer, boolean older) {

        static final Stretch NOTHING = new Stretch(List.of(), false, false);
    }

    private Stretch stretch(Question question, Trail.Scope scope) {
        var cursor = question.cursor();
        var found = trail.find(scope, question.filter(), cursor, PAGE_SIZE + 1);
        var more = found.size() > PAGE_SIZE;
        var towardsNewer = cursor != null && cursor.towardsNewer();
        if (cursor != null && (found.isEmpty() || (towardsNewer && !more))) {
            return stretch(new Question(question.actor(), question.projectId(), question.filter(), null), scope);
        }
        var shown = new ArrayList<>(more ? found.subList(0, PAGE_SIZE) : found);
        if (towardsNewer) {
            Collections.reverse(shown);
        }
        return new Stretch(shown, cursor != null, more || towardsNewer);
    }

    private TrailPage page(Question question, Choices.Offer offer, List<FormProblem> problems, Stretch stretch) {
        var filter = question.filter();
        var events = stretch.events();
        var addresses = links.of(events.stream().map(AuditEvent::subject).toList());
        return new TrailPage(
                filter,
                offer.including(filter),
                problems,
                events.stream().map(event -> TrailPage.Row.of(event, addresses)).toList(),
                stretch.newer() ? url(filter, TrailCursor.at(events.get(0), true)) : null,
                stretch.older() ? url(filter, TrailCursor.at(events.get(events.size() - 1), false)) : null,
                question.actor().may(Project.DEFAULT_ID, Permission.ADMINISTER));
    }

    private static String url(TrailFilter filter, TrailCursor cursor) {
        return filter.url("/audit", cursor.parameter());
    }
}
