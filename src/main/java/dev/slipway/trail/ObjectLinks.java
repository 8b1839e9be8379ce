package dev.slipway.trail;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.slipway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the pages of the objects of events, where they still exist: one query per type of object. */
@ApplicationScoped
class ObjectLinks {

    private static final Map<String, Lookup> LOOKUPS = Map.of(
            "release_task",
            new Lookup("select str(r.id), concat('/releases/', str(r.id)) from ReleaseTask r where r.id in ?1", true),
            "execution",
            new Lookup(
                    "select str(e.id), concat('/releases/', str(e.releaseTaskId), '/executions/', str(e.no))"
                            + " from Execution e where e.id in ?1",
                    false),
            "application",
            new Lookup(
                    "select str(a.id), concat('/applications/', str(a.id)) from Application a where a.id in ?1", true),
            "component",
            new Lookup("select str(c.id), concat('/components/', str(c.id)) from Component c where c.id in ?1", true),
            "environment",
            new Lookup(
                    "select str(e.id), concat('/environments/', str(e.id)) from Environment e where e.id in ?1", true),
            "webhook",
            new Lookup(
                    "select str(w.id), concat('/projects/', w.projectId, '/webhooks/', str(w.id))"
                            + " from Webhook w where w.id in ?1",
                    true));

    private final EntityManager database;

    ObjectLinks(EntityManager database) {
        this.database = database;
    }

    /** How objects of a type are found: by a query for their ids and addresses, and by UUID or number. */
    private record Lookup(String hql, boolean byUuid) {

        Object id(String text) {
            return byUuid ? UUID.fromString(text) : (Object) Long.valueOf(text);
        }
    }

    /** The addresses of those that have a page, by what they are. */
    @Transactional
    Map<Key, String> of(Collection<AuditSubject> subjects) {
        var addresses = new HashMap<Key, String>();
        subjects.stream()
                .filter(subject -> LOOKUPS.containsKey(subject.type()))
                .collect(groupingBy(AuditSubject::type, mapping(AuditSubject::id, toSet())))
                .forEach((type, ids) ->
                        find(type, ids).forEach(row -> addresses.put(new Key(type, (String) row[0]), (String) row[1])));
        return addresses;
    }

    /** What tells one object from all others. */
    record Key(String type, String id) {

        static Key of(AuditSubject subject) {
            return new Key(subject.type(), subject.id());
        }
    }

    private List<Object[]> find(String type, Set<String> ids) {
        var lookup = requireNonNull(LOOKUPS.get(type));
        return database.createQuery(lookup.hql(), Object[].class)
                .setParameter(1, ids.stream().map(lookup::id).toList())
                .getResultList();
    }
}
