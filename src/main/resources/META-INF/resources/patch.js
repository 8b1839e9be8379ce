// Gives an element the content of a newer one and keeps what a person is at: focus, selection, scrolling, what is open.

// The browser keeps these itself once the page is there.
const KEPT = { DETAILS: ["open"], DIALOG: ["open"] };

globalThis.copyAttributes = (old, fresh) => {
  const kept = ["id", ...(KEPT[old.nodeName] ?? [])];
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !kept.includes(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !kept.includes(name)) {
      old.setAttribute(name, value);
    }
  }
};

globalThis.patch = (old, fresh) => {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const around = [];
  for (let element = focused?.parentElement; element; element = element.parentElement) {
    around.push(element);
  }
  if (old.nodeName === fresh.nodeName) {
    morph(old, fresh, focused);
  } else {
    old.replaceWith(fresh);
  }
  htmx.process(old.isConnected ? old : fresh);
  if (focused && (!focused.isConnected || focused.matches(":disabled"))) {
    refocus(focused, around);
  }
};

function morph(old, fresh, focused) {
  if (old.isEqualNode(fresh)) {
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  copyAttributes(old, fresh);
  morphChildren(old, fresh, focused);
}

function morphChildren(old, fresh, focused) {
  let place = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = findMatch(place, next, focused);
    if (match) {
      moveTo(place, match, focused);
      morph(match, next, focused);
      place = match.nextSibling;
    } else {
      old.insertBefore(next, place);
    }
  }
  while (place) {
    const rest = place.nextSibling;
    place.remove();
    place = rest;
  }
}

function findMatch(from, next, focused) {
  for (let node = from; node; node = node.nextSibling) {
    if (node.nodeName === next.nodeName && (node.id ?? "") === (next.id ?? "") && agreeOnFocus(node, next, focused)) {
      return node;
    }
  }
  return null;
}

// The node that holds the focus must become the one that holds the same control.
function agreeOnFocus(node, next, focused) {
  if (!focused?.id || node.nodeType !== Node.ELEMENT_NODE) {
    return true;
  }
  const holdsNext = next.id === focused.id || next.querySelector(`#${CSS.escape(focused.id)}`) !== null;
  return !holdsNext || node.contains(focused);
}

// A node that moves loses the focus, so others move out of its way.
function moveTo(place, match, focused) {
  if (focused && match.contains(focused)) {
    while (place !== match) {
      const passed = place;
      place = place.nextSibling;
      passed.parentNode.append(passed);
    }
  } else if (place !== match) {
    place.parentNode.insertBefore(match, place);
  }
}

function refocus(focused, around) {
  const again = focused.id && document.getElementById(focused.id);
  const near = around.find((element) => element.isConnected && element.querySelector("a[href], button:enabled"));
  const target = again && !again.matches(":disabled") ? again : near?.querySelector("a[href], button:enabled");
  target?.focus({ preventScroll: true });
}

htmx.defineExtension("patch", {
  handleSwap(style, target, fragment) {
    if (style !== "patch") {
      return false;
    }
    let fresh = fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh) {
      fresh = target.cloneNode(false);
      fresh.append(fragment);
    }
    patch(target, fresh);
    return [target];
  },
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.shouldSwap && detail.target.hasAttribute("data-patch")) {
    detail.swapOverride = "patch";
  }
});
