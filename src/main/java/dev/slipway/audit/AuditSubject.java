package dev.slipway.audit;

/**
 * What an audit event is about, as it was called at that time.
 *
 * @param type the kind of thing in snake case: {@code release_task}
 */
public record AuditSubject(String type, String id, String name) {}
