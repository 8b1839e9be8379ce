package dev.slipway.membership;

/** The form about the roles of one member. */
public record MemberPage(String projectId, String project, String displayName, ProjectPage.MemberForm form) {}
