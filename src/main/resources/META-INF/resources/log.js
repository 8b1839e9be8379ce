// A log follows its new lines while the reader is at its end; otherwise a button tells how many there are.
const NEARLY = 8;

function follow(scroll) {
  const button = scroll.parentElement.querySelector("[data-follow-button]");
  let atEnd = true;
  let unread = 0;

  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEARLY;
  const goToEnd = () => (scroll.scrollTop = scroll.scrollHeight);
  const showUnread = (lines) => {
    unread = lines;
    // A hidden button would take the focus with it.
    if (unread === 0 && document.activeElement === button) {
      scroll.focus({ preventScroll: true });
    }
    button.hidden = unread === 0;
    button.querySelector("span").textContent = button.dataset.template.replace("{n}", unread);
  };

  scroll.addEventListener("scroll", () => {
    atEnd = isAtEnd();
    if (atEnd) {
      showUnread(0);
    }
  });
  button.addEventListener("click", goToEnd);
  new MutationObserver((changes) => {
    if (atEnd) {
      goToEnd();
      return;
    }
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    showUnread(unread + added.filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE).length);
  }).observe(scroll.querySelector("ol"), { childList: true });
  goToEnd();
}

const followed = new WeakSet();

document.addEventListener("htmx:load", ({ target }) => {
  for (const scroll of target.querySelectorAll("[data-follow]")) {
    if (!followed.has(scroll)) {
      followed.add(scroll);
      follow(scroll);
    }
  }
});
