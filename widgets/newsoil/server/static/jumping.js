// @ts-check
/**
 * Jumps within the page. “Help now” keeps the place where the person was and gives it back, by the button above the help or by the
 * browser's Back: the jump is an entry of its own in the history, at the same address, so that nothing is opened anew.
 */
import { keepPlace } from "./place.js";

export function startJumping() {
  const support = /** @type {HTMLElement} */ (document.getElementById("support")), back = /** @type {HTMLElement} */ (document.getElementById("ns-back"));
  /** @type {{hash: string, again: () => void, focus: HTMLElement} | null} */
  let place = null;
  /** @type {Element | null} what had the focus before a finger or a mouse took it */
  let before = null;

  /** @param {HTMLElement | null} target */
  function go(target) {
    target?.focus({ preventScroll: true });
    target?.scrollIntoView();
  }
  function toHelp() {
    back.hidden = false;
    document.dispatchEvent(new Event("newsoil:helped"));
    go(support);
  }
  function giveBack() {
    back.hidden = true;
    place?.again();
    (place?.focus.checkVisibility() ? place.focus : document.getElementById("page"))?.focus({ preventScroll: true });
  }
  document.addEventListener("pointerdown", () => (before = document.activeElement), { capture: true });
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("[data-jump]");
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    const dialog = link.closest("dialog"), by = event.detail ? before : document.activeElement;
    dialog?.close("help"); // which gives the focus back to what opened it
    const had = dialog ? document.activeElement : by;
    if (link.dataset.jump !== support.id) return go(document.getElementById(link.dataset.jump ?? ""));
    place = { hash: location.hash, again: keepPlace(), focus: had instanceof HTMLElement && had !== document.body ? had : link };
    if (!history.state?.help) history.pushState({ help: true }, "");
    toHelp();
  });
  back.addEventListener("click", () => history.state?.help ? history.back() : giveBack());
  addEventListener("popstate", ({ state }) => {
    if (location.hash !== place?.hash) return; // it leads to another stage
    if (state?.help) toHelp();
    else giveBack();
  });
  addEventListener("hashchange", () => {
    if (location.hash === place?.hash) return;
    place = null;
    back.hidden = true;
  });
}
