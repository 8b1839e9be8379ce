package dev.slipway.trail;

import dev.slipway.audit.AuditEvent;
import dev.slipway.audit.Channel;
import dev.slipway.web.FormProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, newest first.
 *
 * @param problems what is wrong with the filter; then there are no rows
 * @param maySeeSlipway whether what belongs to no project may be chosen
 */
public record TrailPage(
        TrailFilter filter,
        Choices.Offer offer,
        List<FormProblem> problems,
        List<Row> rows,
        @Nullable String newer,
        @Nullable String older,
        boolean maySeeSlipway) {

    /** What is wrong with a field; null if nothing is. */
    public @Nullable String problemOf(String field) {
        return FormProblem.of(field, problems);
    }

    /** Whether there is more than this page. */
    public boolean isPaged() {
        return newer != null || older != null;
    }

    /**
     * An event.
     *
     * @param href the page of the object; null where it is gone or has none
     */
    public record Row(
            long id,
            Instant at,
            String actor,
            String kind,
            Thing object,
            @Nullable String href,
            Channel channel,
            @Nullable String address,
            List<Fact> facts) {

        private static final int AT_FIRST = 6;

        /** What is shown at first of what the event tells. */
        public List<Fact> firstFacts() {
            return facts.stream().limit(AT_FIRST).toList();
        }

        /** What else the event tells. */
        public List<Fact> otherFacts() {
            return facts.stream().skip(AT_FIRST).toList();
        }

        static Row of(AuditEvent event, Map<ObjectLinks.Key, String> links) {
            var subject = event.subject();
            return new Row(
                    event.id(),
                    event.at(),
                    event.actor(),
                    event.kind(),
                    new Thing(subject.type(), subject.name()),
                    links.get(ObjectLinks.Key.of(subject)),
                    event.origin().channel(),
                    event.origin().address(),
                    Facts.of(event.detail()));
        }
    }

    /** What an event is about, as it was called then. */
    public record Thing(String type, String name) {}
}
