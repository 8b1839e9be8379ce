package dev.slipway.membership;

import dev.slipway.project.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the page of a project shows.
 *
 * @param current whether the other pages are about it now
 * @param mayAdminister whether the user may change it and its members
 * @param adding what was typed about a new member
 */
public record ProjectPage(
        String id,
        String name,
        String description,
        boolean current,
        boolean deletable,
        boolean mayAdminister,
        List<Member> members,
        MemberForm adding) {

    /** Somebody in the project. */
    public record Member(String username, String displayName, List<Role> roles) {}

    /**
     * What was typed about a member.
     *
     * @param usernameProblem empty if nothing is wrong with it
     * @param rolesProblem empty if nothing is wrong with them
     */
    public record MemberForm(String username, Set<Role> chosen, String usernameProblem, String rolesProblem) {

        /** The id of the first of the boxes in which roles are ticked. */
        public static final String FIRST_ROLE = "role-VIEWER";

        /** Nothing wrong with it. */
        public static MemberForm of(String username, Set<Role> chosen) {
            return new MemberForm(username, chosen, "", "");
        }

        /** The same, with what is wrong with the roles; empty if nothing is. */
        public MemberForm with(String problem) {
            return new MemberForm(username, chosen, usernameProblem, problem);
        }

        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }

        /** Whether it could not be taken. */
        public boolean refused() {
            return !usernameProblem.isEmpty() || !rolesProblem.isEmpty();
        }
    }
}
