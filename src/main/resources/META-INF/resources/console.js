// Opens the dialog that htmx has just loaded, and closes it when the server says so.
document.addEventListener("htmx:afterSwap", (event) => event.target.querySelector?.("dialog:not([open])")?.showModal());
document.addEventListener("dialog:close", () => document.querySelector("dialog[open]")?.close());

// What lies under a modal dialog can't be read, so a problem is told inside the dialog.
document.addEventListener("htmx:beforeSwap", (event) => {
  const dialog = document.querySelector("dialog[open]");
  if (event.detail.isError && dialog) {
    event.detail.target = dialog.querySelector("[data-problem]") ?? event.detail.target;
  }
});
document.addEventListener("click", (event) => event.target.closest("[data-close]")?.closest("dialog").close());
