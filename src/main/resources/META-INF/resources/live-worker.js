// One event stream for all visible tabs of a browser. A shared worker runs it, or the page itself where there is none.
const GRACE = 3000;
const SILENCE = 70000;
const MOST_VIEWS = 50;

globalThis.LiveStream = class {
  tabs = new Map(); // by the function that sends to the tab: {views: {"execution:12": 17}, visible: true}
  shown = new Map(); // what the stream has brought the visible tabs to
  source = null;
  failures = 0;
  timers = {};

  tell(tab, state) {
    this.tabs.set(tab, state);
    this.after("review", 50, () => this.review());
  }

  forget(tab) {
    this.tabs.delete(tab);
    this.after("review", 50, () => this.review());
  }

  review() {
    const wanted = this.wanted();
    if (wanted.size === 0) {
      this.after("close", GRACE, () => this.close());
      return;
    }
    clearTimeout(this.timers.close);
    const covered = this.source && [...wanted].every(([view, version]) => this.shown.get(view) === version);
    if (!covered) {
      this.open(wanted);
    } else if (this.source.readyState === EventSource.OPEN) {
      this.broadcast({ live: true });
    }
  }

  // The oldest version that a visible tab shows of each view. The versions of some views have no order: where tabs differ,
  // the lower one may be the newest, so a version before all of them brings every tab up to date.
  wanted() {
    const wanted = new Map();
    for (const { views, visible } of this.tabs.values()) {
      for (const [view, version] of visible ? Object.entries(views) : []) {
        const other = wanted.get(view) ?? version;
        wanted.set(view, other === version ? version : Math.max(0, Math.min(version, other) - 1));
      }
    }
    return wanted;
  }

  open(wanted) {
    this.close();
    this.shown = wanted;
    const asked = [...wanted].slice(0, MOST_VIEWS).map(([view, version]) => ["view", `${view}@${version}`]);
    this.source = new EventSource(`/live?${new URLSearchParams(asked)}`);
    this.source.addEventListener("alive", (event) => this.alive(JSON.parse(event.data)));
    this.source.addEventListener("view", (event) => this.update(JSON.parse(event.data)));
    this.source.onerror = () => this.lost();
    this.after("silence", SILENCE, () => this.lost());
  }

  close() {
    this.source?.close();
    this.source = null;
    ["close", "silence", "retry"].forEach((name) => clearTimeout(this.timers[name]));
  }

  alive({ now }) {
    this.failures = 0;
    this.after("silence", SILENCE, () => this.lost());
    this.broadcast({ live: true, now });
  }

  update(update) {
    this.shown.set(update.view, update.version);
    for (const [tab, { views, visible }] of this.tabs) {
      if (visible && update.view in views) {
        views[update.view] = update.version;
        tab({ update });
      }
    }
  }

  // The browser would come back by itself, but with the versions of the beginning.
  lost() {
    this.close();
    this.broadcast({ live: false });
    const longest = Math.min(30000, 500 * 2 ** this.failures++);
    this.after("retry", 100 + Math.random() * longest, () => this.review());
  }

  broadcast(message) {
    this.tabs.forEach((state, tab) => tab(message));
  }

  after(name, delay, act) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(act, delay);
  }
};

if ("SharedWorkerGlobalScope" in globalThis) {
  const stream = new LiveStream();
  globalThis.onconnect = ({ ports: [port] }) => {
    const tab = (message) => port.postMessage(message);
    port.onmessage = ({ data }) => {
      if (data.lock) {
        // The tab holds this lock as long as it lives; a crash says no goodbye.
        navigator.locks.request(data.lock, () => stream.forget(tab));
      } else {
        stream.tell(tab, data);
      }
    };
  };
}
