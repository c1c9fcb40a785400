// @ts-check
/**
 * The line to the kernel, watched. When it is silent the person is told, and keeps what is on the screen. If the server answers but the
 * kernel does not, another copy of the page is opened out of sight; it has a kernel of its own, and carries this page's edits to the disk.
 * Where there is no disk to carry them to, this page itself goes on with another kernel, and gives it its notes.
 */
import { inMemory } from "./ways.js";

const TOLD = 3500, PATIENCE = 6000, RETRY = 4000;

/** What a JupyterHub answers for a server that it ended, and what a proxy answers for one that it does not reach. */
const ENDED = 424, AWAY = [502, 503, 504];

/** @param {Record<string, string>} words */
export function watchLine(words) {
  const soil = /** @type {any} */ (globalThis).newsoil ??= {}, root = document.documentElement;
  const place = /** @type {HTMLElement} */ (document.getElementById("ns-line"));
  let state = "", asked = 0, dismissed = false, quiet = 0, door = "";
  /** @type {HTMLIFrameElement | null} */
  let other = null;

  /** @param {string} next @param {string} [title] @param {string} [more] @param {...Node} acts */
  function show(next, title = "", more = "", ...acts) {
    if (state === next) return;
    state = next;
    place.dataset.state = next;
    const strong = document.createElement("strong");
    strong.textContent = title;
    place.replaceChildren(...(title ? [strong, ` ${more} `, ...acts] : []));
  }
  /** @param {string} says @param {() => void} onclick */
  const act = (says, onclick) => Object.assign(document.createElement("button"), { type: "button", className: "ns-btn", textContent: says, onclick });
  /** A link that starts the server again: a hub does so for whoever opens the app, and for no script. */
  const startAgain = () => Object.assign(document.createElement("a"), { className: "ns-btn", textContent: words["ended-button"], href: location.pathname, target: "_blank", rel: "noopener" });
  function dismiss() {
    dismissed = true;
    show("");
    document.getElementById("page")?.focus({ preventScroll: true });
  }
  const configuration = () => JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  /** Who answers for the server: itself (any answer will do), the hub that ended it while nobody was there, or nobody. */
  async function answerer() {
    const { baseUrl, kernelId } = configuration();
    const { status } = await fetch(`${baseUrl}api/kernels/${kernelId}`, { signal: AbortSignal.timeout(2500) }).catch(() => ({ status: 0 }));
    return status === ENDED ? "hub" : status && !AWAY.includes(status) ? "server" : "";
  }
  /** Open the other copy of this page, and send by it what waits here. */
  function rescue() {
    if (inMemory()) return void soil.renew?.();
    if (other) return;
    dismissed = false;
    other = Object.assign(document.createElement("iframe"), { src: location.pathname + location.hash, className: "ns-carrier", title: "", tabIndex: -1, inert: true });
    other.ariaHidden = "true";
    const since = Date.now(), wait = setInterval(() => {
      const there = /** @type {any} */ (other?.contentWindow)?.newsoil;
      if (there?.carry && there.greeted) {
        clearInterval(wait);
        soil.outbox.courier = there.carry;
        soil.carrier = other?.contentWindow;
        for (const item of soil.outbox.pending.values()) item.sent = 0;
        soil.outbox.flush();
        soil.outbox.addEventListener("change", carried);
        carried();
      } else if (Date.now() - since > 60000) {
        clearInterval(wait);
        stand();
      }
    }, 200);
    document.body.append(other);
  }
  /** Whether somebody has chosen another stage than the one that stands here, while nobody could open it. */
  function elsewhere() {
    const chosen = /** @type {HTMLElement | null} */ (document.querySelector("#ns-stages [aria-current]"))?.dataset, here = document.getElementById("page")?.dataset.stage;
    return Boolean(here && chosen) && ![chosen?.stage, chosen?.beside].includes(here);
  }
  /** Say that all is well again, once it is. Whoever wanted to go on meanwhile goes on now. */
  function carried() {
    if (!soil.outbox.courier || soil.outbox.pending.size) return;
    if (elsewhere()) location.reload();
    else if (!dismissed) show("back", words.back, words["back-more"], act(words["back-button"], () => location.reload()), act(words.dismiss, dismiss));
  }
  /** Give the other copy up; what it has not acknowledged is sent again by this page. */
  function stand() {
    other?.remove();
    other = null;
    if (!soil.outbox?.courier) return;
    soil.outbox.courier = soil.carrier = null;
    for (const item of soil.outbox.pending.values()) item.sent = 0;
  }

  /** Whether a word that is given now would go to the notes: some kernel is there, and they are neither locked nor about to be sealed. */
  soil.writes = () => Boolean(soil.outbox?.courier || (soil.greeted && door && door !== "locked" && quiet < TOLD && !("sealing" in root.dataset)));
  document.addEventListener("newsoil:state", (event) => (door = /** @type {CustomEvent} */ (event).detail));
  // This page's own kernel can open no other stage any more: the browser can, by loading the page at its new address.
  addEventListener("hashchange", () => soil.outbox?.courier && !soil.outbox.pending.size && location.reload());
  document.addEventListener("newsoil:greeted", () => (soil.greeted = true));
  // This page's own kernel speaks again (it was busy, or its computer slept): it goes on as if nothing had been.
  document.addEventListener("newsoil:heard", () => {
    quiet = 0;
    if (!state && !other) return;
    stand();
    show("");
  });
  document.addEventListener("newsoil:silent", async (event) => {
    const { for: silent, again } = /** @type {CustomEvent} */ (event).detail;
    quiet = silent;
    if (silent < TOLD || soil.outbox?.courier || window.parent !== window) return;
    const lost = words[inMemory() ? "lost-open" : "lost"];
    if (!state) show("lost", lost, words["lost-more"]);
    if (silent < PATIENCE || Date.now() - asked < RETRY) return;
    asked = Date.now();
    const who = await answerer();
    if (who === "server") {
      if (state === "lost" || state === "ended") show("stopped", words.stopped, words["stopped-more"]);
      rescue();
    } else {
      stand();
      if (who) show("ended", words.ended, words["ended-more"], startAgain());
      else show("lost", lost, words["lost-more"]);
    }
    again();
  });
}
