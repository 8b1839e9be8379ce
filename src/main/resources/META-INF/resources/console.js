// Opens the dialog that htmx has just loaded, and closes it when the server says so.
document.addEventListener("htmx:afterSwap", (event) => event.target.querySelector?.("dialog:not([open])")?.showModal());
document.addEventListener("dialog:close", () => document.querySelector("dialog[open]")?.close());

// What lies under a modal dialog can't be read, so a problem is told inside the dialog; and it is brought into sight,
// because whoever did what failed may have moved far away from where it is told.
function problemPlace() {
  return document.querySelector("dialog[open] [data-problem]") ?? document.getElementById("problem");
}
function bringIntoSight(place) {
  place.scrollIntoView({ block: "nearest" });
}
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "problem") {
    detail.target = problemPlace();
  }
});
document.addEventListener("htmx:afterSwap", ({ target }) => {
  if (target.matches?.("#problem, [data-problem]")) {
    bringIntoSight(target);
  }
});
document.addEventListener("click", (event) => event.target.closest("[data-close]")?.closest("dialog").close());

// No answer, or one that is not ours, such as of a proxy. What a live page asks by itself is no answer to anybody.
function tellLost({ detail }) {
  if (!detail.requestConfig.triggeringEvent?.type.startsWith("live:")) {
    const place = problemPlace();
    if (place) {
      place.replaceChildren(document.getElementById("connection-lost").content.cloneNode(true));
      bringIntoSight(place);
    }
  }
}
document.addEventListener("htmx:sendError", tellLost);
document.addEventListener("htmx:timeout", tellLost);
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.isError && !event.detail.shouldSwap) {
    tellLost(event);
  }
});
document.addEventListener("htmx:beforeRequest", () => document.querySelector("[data-lost]")?.remove());
