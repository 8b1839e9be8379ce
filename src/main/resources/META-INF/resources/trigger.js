// The trigger policy: times in the zone of the reader, and the steps of the dialog one after the other.

const language = document.documentElement.lang;
const local = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
  weekday: "short", day: "numeric", month: "short", year: "numeric",
  hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short",
});

function tellLocally() {
  document.querySelectorAll("time[data-local]").forEach((time) => {
    time.title = time.textContent;
    time.textContent = local.format(new Date(time.dateTime));
    time.removeAttribute("data-local");
  });
  document.querySelectorAll("[data-zone][hidden]").forEach((note) => {
    note.textContent = note.dataset.zone.replace("{zone}", local.resolvedOptions().timeZone);
    note.hidden = false;
  });
}

function show(form, number) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const last = number === steps.length - 1;
  steps.forEach((step, index) => (step.hidden = index !== number));
  form.querySelector("[data-back]").hidden = number === 0;
  form.querySelector("[data-next]").hidden = last;
  // Disabled too, so that Enter in an earlier step sends nothing.
  const ok = form.querySelector("[data-ok]");
  ok.hidden = ok.disabled = !last;
}

function move(form, by) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const now = steps.findIndex((step) => !step.hidden);
  const choose = steps[now].querySelector("[data-choose]");
  if (choose && by > 0) {
    choose.hidden = steps[now].querySelector("input[name=task]:checked") !== null;
    if (!choose.hidden) {
      return;
    }
  }
  show(form, now + by);
  steps[now + by].querySelector("[tabindex='-1']").focus();
}

// The offset of this browser, where nobody has chosen one yet and it is one of whole hours.
function guessOffset(timing) {
  const hours = -new Date().getTimezoneOffset() / 60;
  const option = timing.querySelector(`[name=offset] option[value="${hours}"]`);
  if (option) {
    option.selected = true;
  }
}

function prepare(place) {
  tellLocally();
  const forms = place.matches?.("form[data-steps]") ? [place] : place.querySelectorAll("form[data-steps]");
  forms.forEach((form) => {
    const steps = [...form.querySelectorAll("[data-step]")];
    const wrong = steps.findIndex((step) => step.querySelector(".field__problem:not([hidden])"));
    form.querySelectorAll("[data-preview]").forEach((preview) => (preview.hidden = false));
    form.querySelectorAll("[data-guess-offset]").forEach(guessOffset);
    show(form, Math.max(0, wrong));
  });
}

document.addEventListener("htmx:load", ({ target }) => prepare(target));
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-next], [data-back]");
  if (button) {
    move(button.form, button.matches("[data-next]") ? 1 : -1);
  }
  // A link of the summary of problems may lead to a step that is not shown.
  const link = target.closest("form[data-steps] .problems a");
  if (link) {
    const form = link.closest("form");
    const steps = [...form.querySelectorAll("[data-step]")];
    const number = steps.findIndex((step) => step.querySelector(link.getAttribute("href")));
    if (number >= 0) {
      show(form, number);
    }
  }
});
