// The tree of tasks on Execute: a phase stands for its tasks, and a text counts what is selected.

const tasksIn = (scope) => [...scope.querySelectorAll("input[type=checkbox][name]")];
const scopeOf = (element) => element.closest("fieldset") ?? element.closest("[data-tree]");

function select(scope, selected) {
  tasksIn(scope).forEach((task) => (task.checked = selected));
}

function count(tree) {
  tree.querySelectorAll("[data-tree-phase]").forEach((phase) => {
    const tasks = tasksIn(scopeOf(phase));
    const selected = tasks.filter((task) => task.checked).length;
    phase.checked = selected > 0 && selected === tasks.length;
    phase.indeterminate = selected > 0 && selected < tasks.length;
  });
  tree.querySelectorAll("[data-tree-count]").forEach((text) => {
    const tasks = tasksIn(scopeOf(text));
    const selected = tasks.filter((task) => task.checked).length;
    text.textContent = text.dataset.treeCount
      .replace("{n}", selected)
      .replace("{m}", tasks.length)
      .replace("{skipped}", tasks.length - selected);
  });
}

document.addEventListener("change", ({ target }) => {
  const tree = target.closest("[data-tree]");
  if (tree) {
    if (target.matches("[data-tree-phase]")) {
      select(scopeOf(target), target.checked);
    }
    count(tree);
  }
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-tree-all], [data-tree-none]");
  if (button) {
    const tree = button.closest("[data-tree]");
    select(tree, button.matches("[data-tree-all]"));
    count(tree);
  }
});

// Without this script none of these would do anything, so they come hidden.
function prepare(place) {
  place.querySelectorAll("[data-tree]").forEach((tree) => {
    tree.querySelectorAll("[data-tree-phase], [data-tree-all], [data-tree-none]").forEach((control) => (control.hidden = false));
    count(tree);
  });
}

document.addEventListener("htmx:load", ({ target }) => prepare(target));
// A browser that goes back puts the boxes as they were left.
addEventListener("pageshow", () => prepare(document));
