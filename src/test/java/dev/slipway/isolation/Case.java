package dev.slipway.isolation;

import java.util.Map;

/**
 * How to ask a route for what belongs to another project.
 *
 * @param route the method and the template, as {@link Routes} has it
 * @param path the path filled with ids of the other project
 * @param form what a POST sends
 * @param expected what a stranger to the project gets
 */
record Case(String route, String path, Map<String, ?> form, Expected expected) {

    /** What somebody gets who is no member of the project. */
    enum Expected {
        /** It is as if it were not there. */
        UNKNOWN,
        /** An answer in which nothing of the project is; any status but an error of ours. */
        NOTHING_OF_IT,
        /** A member of the default project has to do it, and others are told so. */
        FORBIDDEN
    }

    /** One thing of the project. */
    static Case unknown(String route, Object... ids) {
        return new Case(route, fill(route, ids), Map.of(), Expected.UNKNOWN);
    }

    /** A page of everything that the user may see. */
    static Case nothing(String route, Object... ids) {
        return new Case(route, fill(route, ids), Map.of(), Expected.NOTHING_OF_IT);
    }

    /** Something that only members of the default project may do. */
    static Case forbidden(String route) {
        return new Case(route, fill(route), Map.of(), Expected.FORBIDDEN);
    }

    /** The same, with a form or, for a GET, a query. */
    Case with(Map<String, ?> fields) {
        return new Case(route, path, fields, expected);
    }

    /** Whether a program asks, instead of a person. */
    boolean isOfTheApi() {
        return path.startsWith("/v3/");
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    boolean isPost() {
        return route.startsWith("POST ");
    }

    private static String fill(String route, Object... ids) {
        var path = route.substring(route.indexOf(' ') + 1);
        for (var id : ids) {
            path = path.replaceFirst("\\{[^}]+}", id.toString());
        }
        return path;
    }
}
