// The editor of release tasks: keeps what is typed, puts the focus where the work goes on.

// --- what is typed and not sent yet

const unsent = new Map(); // by form: how often it was changed since it was last known to be sent
let isLeaving = false;

const kept = (form) => `unsent:${form.dataset.keep}`;
const keptFields = (form) => [...new FormData(form)].filter(([name]) => name !== "csrf-token" && name !== "seen");

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-keep]");
  if (form) {
    unsent.set(form, (unsent.get(form) ?? 0) + 1);
  }
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (unsent.has(detail.elt)) {
    detail.requestConfig.changes = unsent.get(detail.elt);
  }
});

// An answer with what is wrong in it has kept what was typed as well.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const { elt, requestConfig, xhr } = detail;
  if (xhr.status > 0 && xhr.status !== 401 && xhr.status < 500 && unsent.get(elt) === requestConfig.changes) {
    unsent.delete(elt);
    sessionStorage.removeItem(kept(elt));
    if (elt.closest("dialog:not([open])")) {
      refresh();
    }
  }
});

document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[hx-post]")) {
    unsent.delete(target);
  }
});

// The session is over: the page goes to the sign-in and comes back, and what was typed waits for it.
document.addEventListener("htmx:beforeOnLoad", ({ detail }) => (isLeaving ||= detail.xhr.status === 401));

addEventListener("beforeunload", (event) => {
  if (unsent.size > 0 && !isLeaving) {
    event.preventDefault();
  }
});
addEventListener("pagehide", () => {
  for (const form of unsent.keys()) {
    if (form.isConnected) {
      sessionStorage.setItem(kept(form), JSON.stringify(keptFields(form)));
    }
  }
});

function restore(form) {
  const fields = JSON.parse(sessionStorage.getItem(kept(form)) ?? "[]");
  sessionStorage.removeItem(kept(form));
  for (const [name, value] of fields) {
    const control = form.elements[name];
    if (control instanceof HTMLElement && control.type !== "hidden" && control.type !== "checkbox") {
      control.value = value;
    }
  }
  if (fields.length > 0) {
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

document.addEventListener("htmx:load", ({ target }) => {
  target.querySelectorAll("form[data-keep]").forEach(restore);
});

// --- where the work goes on

const invokerOf = (popover) => popover && document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`);

function goTo(id) {
  const target = document.getElementById(id || "none");
  target?.focus();
  return document.activeElement === target;
}

// Moving often takes several steps, so the menu of what has moved stays open.
let pressed = "";
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const submitter = detail.requestConfig.triggeringEvent?.submitter;
  pressed = submitter?.closest(".part-menu") ? submitter.id : "";
});

function goOnInMenu() {
  const button = pressed && document.getElementById(pressed);
  const menu = button && button.closest(".part-menu");
  if (!menu || !/^(earlier|later)-/.test(pressed)) {
    return false;
  }
  const invoker = invokerOf(menu);
  if (!menu.matches(":popover-open")) {
    menu.showPopover({ source: invoker });
  }
  button.focus();
  return document.activeElement === button;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id !== "patch") {
    return;
  }
  const answer = document.createElement("template");
  answer.innerHTML = detail.serverResponse;
  const told = answer.content.querySelector("[data-told]");
  // What the page asked for by itself has nothing to tell, and leaves the person alone.
  if (told?.dataset.focus) {
    document.dispatchEvent(new CustomEvent("say", { detail: told.textContent }));
    if (!goOnInMenu()) {
      document.querySelectorAll(".part-menu:popover-open").forEach((menu) => menu.hidePopover());
      goTo(told.dataset.focus);
    }
  }
});

// A dialog that was opened from a menu has nothing to give the focus back to: the menu is closed.
document.addEventListener(
  "close",
  ({ target }) => {
    if (target.dataset?.focus === undefined) {
      return;
    }
    const form = target.querySelector("form[data-keep][hx-trigger]");
    if (form && unsent.has(form)) {
      htmx.trigger(form, "change");
    } else {
      refresh();
    }
    // The browser takes the focus out of a closed dialog a moment later.
    if (document.activeElement === document.body || target.contains(document.activeElement)) {
      goTo(target.dataset.focus);
    }
  },
  true,
);

function refresh() {
  const orchestration = document.getElementById("orchestration");
  if (orchestration) {
    htmx.trigger(orchestration, "draft:changed");
  }
}

// --- drag and drop: another way to press the buttons

const part = (element) => element.dataset.part.split(":");
const indexIn = (list, selector, element) => [...list.querySelectorAll(`:scope > ${selector}`)].filter((other) => other !== dragged).indexOf(element);
let dragged = null;

// Without this script nothing would come of dragging, so it is what makes the parts draggable; links in them are not.
function prepare() {
  document.querySelectorAll(".editor [data-part]").forEach((element) => (element.draggable = true));
  document.querySelectorAll(".editor .card__title a").forEach((link) => (link.draggable = false));
}
prepare();
document.addEventListener("htmx:beforeSwap", prepare);

document.addEventListener("dragstart", ({ target, dataTransfer }) => {
  if (target.dataset?.part) {
    dragged = target;
    dataTransfer.effectAllowed = "move";
    dataTransfer.setData("text/plain", target.dataset.part);
    requestAnimationFrame(() => target.classList.add("is-dragged"));
  }
});

// Where it would go: the element that it would come before, or that it would be the last in.
function goal({ target }) {
  if (!dragged || !target.closest) {
    return null;
  }
  const kind = part(dragged)[0];
  const before = { task: ".editor .card", group: ".editor .group", phase: ".editor .phase" }[kind];
  const inside = { task: ".editor .group", group: ".editor .phase", phase: ".editor__end" }[kind];
  const next = target.closest(before);
  if (next) {
    return next === dragged ? null : { element: next, isBefore: true };
  }
  const last = target.closest(inside);
  return last && { element: last, isBefore: false };
}

function changeFor({ element, isBefore }) {
  const list = isBefore ? element.parentElement : null;
  const kind = part(dragged)[0];
  const index = isBefore ? indexIn(list, "[data-part]", element) : 999;
  const into = kind === "phase" ? [] : part(isBefore ? list.closest("[data-part]") : element).slice(1);
  return ["move", ...part(dragged), ...into, index].join(":");
}

const clearMarks = () => document.querySelectorAll(".is-before, .is-inside").forEach((element) => element.classList.remove("is-before", "is-inside"));

document.addEventListener("dragover", (event) => {
  const there = goal(event);
  clearMarks();
  if (there) {
    event.preventDefault();
    there.element.classList.add(there.isBefore ? "is-before" : "is-inside");
  }
});
document.addEventListener("drop", (event) => {
  const there = goal(event);
  if (there) {
    event.preventDefault();
    press(changeFor(there));
  }
});
document.addEventListener("dragend", ({ target }) => {
  target.classList?.remove("is-dragged");
  clearMarks();
  dragged = null;
});

function press(change) {
  const button = document.createElement("button");
  Object.assign(button, { name: "change", value: change, hidden: true });
  const form = document.getElementById("orchestration-form");
  form.append(button);
  button.click();
  button.remove();
}
