// The Release Process View opens at the current phase, and what runs shows for how long.

const current = document.querySelector(".process__scroll .phase--current");
if (current) {
  const scroll = current.closest(".process__scroll");
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const distance = current.getBoundingClientRect().left - scroll.getBoundingClientRect().left;
  const margin = Math.max(0, (scroll.clientWidth - current.offsetWidth) / 2);
  scroll.scrollBy({ left: distance - margin, behavior: quick ? "instant" : "smooth" });
}

// How far the clock of the server is ahead of ours.
let ahead = 0;

function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) {
    return `${seconds} s`;
  }
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function tick() {
  if (document.visibilityState === "visible") {
    document.querySelectorAll("time[data-since]").forEach((time) => {
      const milliseconds = Date.now() + ahead - Date.parse(time.dataset.since);
      time.textContent = inWords(Math.max(0, Math.floor(milliseconds / 1000)));
    });
  }
}

document.addEventListener("live:clock", ({ detail }) => (ahead = detail));
document.addEventListener("visibilitychange", tick);
setInterval(tick, 1000);
tick();
