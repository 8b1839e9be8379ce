package dev.slipway.project;

/** What a role lets its members do in a project. */
public enum Permission {
    VIEW,
    EDIT,
    EXECUTE,
    DECIDE,
    ADMINISTER
}
