package dev.slipway.editor;

import dev.slipway.release.Definition;
import java.util.List;
import java.util.stream.IntStream;

/** Names a part of a definition: phases and tasks by their keys, groups by their phase and where they are in it. */
sealed interface Part {

    /** Where the part is. @throws Refused if it is not there (any more) */
    Spot in(Definition definition);

    /** The id of the part's menu on the page, where the focus goes after a change. */
    String anchor();

    /** A phase. */
    record OfPhases(String key) implements Part {

        @Override
        public Spot in(Definition definition) {
            var phases = definition.phases();
            return IntStream.range(0, phases.size())
                    .filter(index -> phases.get(index).name().equals(key))
                    .mapToObj(index -> new Spot(index, -1, -1))
                    .findFirst()
                    .orElseThrow(Refused::gone);
        }

        @Override
        public String anchor() {
            return "menu-phase-" + key;
        }
    }

    /** A group, from 0. */
    record OfGroups(String phase, int index) implements Part {

        @Override
        public Spot in(Definition definition) {
            var spot = new OfPhases(phase).in(definition);
            if (index < 0
                    || index >= definition.phases().get(spot.phase()).groups().size()) {
                throw Refused.gone();
            }
            return new Spot(spot.phase(), index, -1);
        }

        @Override
        public String anchor() {
            return "menu-group-%s-%d".formatted(phase, index);
        }
    }

    /** A task. */
    record OfTasks(String key) implements Part {

        @Override
        public Spot in(Definition definition) {
            for (int phase = 0; phase < definition.phases().size(); phase++) {
                var groups = definition.phases().get(phase).groups();
                for (int group = 0; group < groups.size(); group++) {
                    var task = indexIn(groups.get(group).tasks());
                    if (task >= 0) {
                        return new Spot(phase, group, task);
                    }
                }
            }
            throw Refused.gone();
        }

        private int indexIn(List<Definition.Task> tasks) {
            return IntStream.range(0, tasks.size())
                    .filter(index -> tasks.get(index).name().equals(key))
                    .findFirst()
                    .orElse(-1);
        }

        @Override
        public String anchor() {
            return "menu-task-" + key;
        }
    }

    /**
     * Where a part is, from 0.
     *
     * @param group -1 for a phase
     * @param task -1 for a phase or a group
     */
    record Spot(int phase, int group, int task) {

        Definition.Phase phaseOf(Definition definition) {
            return definition.phases().get(phase);
        }

        Definition.Group groupOf(Definition definition) {
            return phaseOf(definition).groups().get(group);
        }

        Definition.Task taskOf(Definition definition) {
            return groupOf(definition).tasks().get(task);
        }
    }
}
