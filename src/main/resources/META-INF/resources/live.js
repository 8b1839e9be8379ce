// Keeps the parts of this page that name themselves in data-live up to date.
const NOTICE_AFTER = 4000;
const BETWEEN_WORDS = 1000;
const BETWEEN_SIGNALS = 2100;

const placesOf = (view) => [...document.querySelectorAll(`[data-live="${CSS.escape(view)}"]`)];

// --- the stream

let stream = null;
let told = "";
let noticeTimer = null;

function shownViews() {
  const views = {};
  for (const { dataset } of document.querySelectorAll("[data-live]")) {
    const version = Number(dataset.liveVersion);
    views[dataset.live] = Math.min(version, views[dataset.live] ?? version);
  }
  return views;
}

function tell(visible = document.visibilityState === "visible") {
  const views = shownViews();
  if (stream || Object.keys(views).length > 0) {
    stream ??= connect();
    told = JSON.stringify(views);
    stream.then((send) => send({ views, visible }));
  }
}

async function connect() {
  const address = document.querySelector("meta[name=live-worker]").content;
  if (!("SharedWorker" in globalThis)) {
    await import(address);
    const own = new LiveStream();
    return (state) => own.tell(receive, state);
  }
  const { port } = new SharedWorker(address);
  port.onmessage = ({ data }) => receive(data);
  const lock = `live-${Math.random()}`;
  navigator.locks?.request(lock, () => {
    port.postMessage({ lock });
    return new Promise(() => {});
  });
  return (state) => port.postMessage(state);
}

function receive({ update, live, now }) {
  if (update) {
    apply(update);
  } else {
    showLive(live);
  }
  if (now) {
    document.dispatchEvent(new CustomEvent("live:clock", { detail: now - Date.now() }));
  }
}

function tellAndWait() {
  clearTimeout(noticeTimer);
  noticeTimer = null;
  if (document.visibilityState === "visible" && document.querySelector("[data-live]")) {
    showLive(false);
  }
  tell();
}

document.addEventListener("visibilitychange", tellAndWait);
addEventListener("pagehide", () => stream && tell(false));
addEventListener("pageshow", tellAndWait);
document.addEventListener("htmx:afterSettle", () => {
  if (JSON.stringify(shownViews()) !== told) {
    tell();
  }
});

// --- the notice

function showLive(live) {
  const notice = document.getElementById("live-notice");
  if (live) {
    clearTimeout(noticeTimer);
    noticeTimer = null;
    notice.hidden = true;
  } else {
    noticeTimer ??= setTimeout(() => {
      notice.hidden = false;
      announce(notice.querySelector("[data-text]").textContent);
    }, NOTICE_AFTER);
  }
}

// --- what has changed

function apply({ view, version, html }) {
  const places = placesOf(view).filter(({ dataset }) => Number(dataset.liveVersion) !== version);
  if (places.length === 0) {
    return;
  }
  places.forEach(({ dataset }) => (dataset.liveVersion = version));
  putAll(html);
  told = JSON.stringify(shownViews());
  signal(view, html ? "live:changed" : "live:refresh");
}

function putAll(html, leavingOut = "none") {
  const news = document.createElement("template");
  news.innerHTML = html;
  [...news.content.children].filter((element) => !element.matches(leavingOut)).forEach(put);
}

// What somebody has changed comes with the answer; what there is to say about it comes with the stream.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "patch" && detail.shouldSwap) {
    detail.shouldSwap = false;
    putAll(detail.serverResponse, "[data-announce]");
  }
});

function put(element) {
  const { announce: said, shell, appendTo } = element.dataset;
  const here = document.getElementById(shell ?? element.id);
  if (said !== undefined) {
    announce(element.textContent);
  } else if (here && shell) {
    element.removeAttribute("data-shell");
    copyAttributes(here, element);
  } else if (here) {
    patch(here, element);
  } else if (appendTo) {
    document.querySelector(appendTo)?.append(element);
  }
}

// A signal makes the page ask the server, so there are few of them; the last one always comes.
const resting = new Map();

function signal(view, type) {
  const key = `${type} ${view}`;
  if (resting.has(key)) {
    resting.set(key, true);
    return;
  }
  resting.set(key, false);
  placesOf(view).forEach((place) => place.dispatchEvent(new CustomEvent(type, { bubbles: type === "live:refresh" })));
  setTimeout(() => {
    const again = resting.get(key);
    resting.delete(key);
    if (again) {
      signal(view, type);
    }
  }, BETWEEN_SIGNALS);
}

// --- the announcer

const unsaid = [];
let speaking = false;

document.addEventListener("say", ({ detail }) => detail && announce(detail));

function announce(text) {
  unsaid.push(text.trim());
  if (!speaking) {
    speak();
  }
}

// Screen readers drop what changes faster than they can begin to read.
function speak() {
  speaking = unsaid.length > 0;
  if (speaking) {
    document.getElementById("announcer").textContent = unsaid.splice(0).join(" ");
    setTimeout(speak, BETWEEN_WORDS);
  }
}
