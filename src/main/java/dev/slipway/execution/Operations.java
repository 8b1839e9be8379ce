package dev.slipway.execution;

import dev.slipway.project.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What can be done with a release task as it stands: the buttons of its row and of its detail page.
 *
 * @param name the name of the release task, for buttons that are read out of their place
 */
public record Operations(UUID release, String name, List<Button> buttons) {

    /** Keeps a list that nobody changes. */
    public Operations {
        buttons = List.copyOf(buttons);
    }

    /** One of them; {@code url} leads to a page that asks, of which htmx gets the dialog. */
    public record Button(Operation operation, String url) {

        public String key() {
            return operation.key();
        }

        public String icon() {
            return switch (operation) {
                case EXECUTE, CONTINUE -> "execute";
                case STOP -> "stop";
                case TERMINATE -> "close";
                case RETRY -> "retry";
                case ROLL_BACK -> "rollback";
                case SKIP -> "arrow-right";
                case EDIT -> "edit";
                case SET_BASIC_INFO -> "settings";
                case CLONE -> "copy";
                case SET_TRIGGER_POLICY -> "clock";
                case EXPORT -> "download";
                case DELETE -> "delete";
            };
        }

        /** Whether it leads to a page of its own, rather than to a question. */
        public boolean leadsAway() {
            return switch (operation) {
                case EDIT, CLONE, EXPORT -> true;
                default -> false;
            };
        }

        /** Whether it answers with a file. */
        public boolean downloads() {
            return operation == Operation.EXPORT;
        }
    }

    /**
     * What is offered.
     *
     * @param status where the latest execution stands
     * @param no the number of the latest execution; 0 if there is none
     * @param permissions what the viewer may do
     */
    public static Operations of(UUID release, String name, Status status, int no, Set<Permission> permissions) {
        var buttons = Operation.offered(status, permissions).stream()
                .map(operation -> new Button(operation, url(release, no, operation)))
                .toList();
        return new Operations(release, name, buttons);
    }

    /** Those that stand beside each other, at most {@code most} of them. */
    public List<Button> first(int most) {
        return buttons.stream()
                .filter(button -> button.operation().isFrequent())
                .limit(most)
                .toList();
    }

    /** Those that stand in the menu, if {@code most} stand beside each other. */
    public List<Button> more(int most) {
        var first = first(most);
        return buttons.stream().filter(button -> !first.contains(button)).toList();
    }

    boolean offer(Operation operation) {
        return buttons.stream().anyMatch(button -> button.operation() == operation);
    }

    private static String url(UUID release, int no, Operation operation) {
        return operation.actsOnExecution()
                ? "%s/%s".formatted(Card.execution(release, no), operation.key())
                : "/releases/%s/%s".formatted(release, path(operation));
    }

    private static String path(Operation operation) {
        return switch (operation) {
            case SET_BASIC_INFO -> "basic-info";
            case SET_TRIGGER_POLICY -> "trigger/new";
            default -> operation.key();
        };
    }
}
