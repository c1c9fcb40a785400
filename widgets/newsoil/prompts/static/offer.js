// @ts-check
/**
 * Beside words that sound like danger stands where help is: for whoever writes them, and for nobody else. Nothing leaves this page because
 * of it, and nothing remembers it. It never blocks the writing, goes when it is closed or the words go, and then stays away for this page.
 */
import { acuteIn } from "./acute.js";
import { button, h, say } from "./dom.js";

const AFTER_TYPING = 1200, FIELDS = ":is([data-exercise], .ns-now) :is(textarea, input[type=text])";

/**
 * @param {{list?: import("./acute.js").Acute, words: Record<string, string>, lists?: string}} content `lists` names lists, for a page that has no panel to lead to
 * @param {string} help what the way to the panel of help is called; empty in a notebook, whose own “Help now” cannot be led to by an address
 * @param {() => boolean} wanted whether the person wants it at all
 */
export function offerHelp({ list, words, lists = "" }, help, wanted) {
  if (!list) return; // a guide without such words
  const acute = acuteIn(list);
  let timer = 0, closed = false;
  /** @type {HTMLElement | null} */
  let card = null;
  /** @type {HTMLTextAreaElement | null} whose words it stands beside */
  let field = null;
  /** @type {HTMLTextAreaElement | null} the last one that was typed in */
  let typedIn = null;

  function remove() {
    card?.remove();
    card = null;
  }
  function close() {
    closed = true;
    remove();
    field?.focus({ preventScroll: true });
  }
  /** @param {HTMLTextAreaElement} place */
  function look(place) {
    if (closed || !wanted() || !place.isConnected) return;
    if (!acute(place.value)) return place === field ? remove() : undefined;
    if (card?.isConnected) return;
    field = place;
    const said = h("div", { role: "status" }), link = help && h("a", { class: "ns-btn", href: "#support", "data-jump": "support" }, help);
    card = /** @type {HTMLElement} */ (h("div", { class: "ns-offer", role: "group", "aria-label": words.title }, said, h("div", { class: "ns-acts" }, link, button(words.close, close))));
    (place.closest("[data-prompt]") ?? place).after(card);
    place.closest("form")?.toggleAttribute("data-offered", true); // nothing else speaks beside these words
    document.dispatchEvent(new Event("newsoil:offered"));
    // A screen reader says what comes into a place that is there already.
    const lines = [words.now, ...(help ? [] : [words.numbers, say(words.lists, { lists })]), words.maybe, words.unseen, help && words.off].filter(Boolean);
    requestAnimationFrame(() => said.append(h("p", { class: "ns-offer-title" }, words.title), ...lines.map((line) => h("p", {}, line))));
  }
  document.addEventListener("input", ({ target }) => {
    if (closed || !(target instanceof Element) || !target.matches(FIELDS)) return;
    clearTimeout(timer);
    if (typedIn && typedIn !== target) look(typedIn); // whoever goes on to another field has finished the one before
    typedIn = /** @type {HTMLTextAreaElement} */ (target);
    timer = window.setTimeout(() => typedIn && look(typedIn), AFTER_TYPING);
  });
  document.addEventListener("newsoil:looks", () => wanted() || remove());
  // Its stage may be kept, and one card is enough; and where two people take turns it is for whoever wrote.
  for (const event of ["newsoil:opening", "newsoil:handed"]) document.addEventListener(event, () => {
    clearTimeout(timer);
    typedIn = null;
    remove();
  });
}
