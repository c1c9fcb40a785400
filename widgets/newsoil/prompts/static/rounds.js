// @ts-check
/**
 * When a theme comes back, a page says so once and offers to stop. The kernel finds it, by tags; here it is said, at the end of the form. It holds
 * nobody up and takes no focus, and once it is closed it stays away for this theme and this page. Where words or answers speak of danger it says
 * nothing: a danger is no thought that goes round.
 */
import { button, h, leadingToHelp, say, toolButton } from "./dom.js";
import { wayTo } from "./way-to.js";

/** A pause in writing, long enough for words that sound like danger to have been looked at (`offer.js`). */
const IN_A_PAUSE = 1500;

/**
 * @param {{words: Record<string, string>, days: number, tool: string, way: {exercise: string, title: string, stage: string, notebook: string} | null}} content
 * @param {() => boolean} wanted whether the person wants it at all
 */
export function sayRounds({ words, days, tool, way }, wanted) {
  if (!words) return; // a guide that says nothing of it
  /** @type {Set<string>} themes of which it was said on this page */
  const told = new Set();
  const root = document.documentElement;
  let timer = 0, note = "";
  /** @type {HTMLElement | null} */
  let card = null;

  function remove() {
    clearTimeout(timer);
    card?.remove();
    card = null;
  }
  /** @param {string} theme @param {HTMLElement | null} form */
  function show(theme, form) {
    if (!form?.isConnected || form.closest("[data-away], [data-offered]") || root.hasAttribute("data-afraid") || !wanted()) return;
    told.add(theme);
    remove();
    const title = say(words.title, { theme }), said = h("div", { role: "status" }), inApp = root.hasAttribute("data-app"), off = words[inApp ? "off" : "off-elsewhere"];
    const stop = button(words.stop, () => (remove(), /** @type {HTMLElement | null} */ (form.querySelector(".ns-foot .ns-btn-main"))?.click()));
    const on = button(words["go-on"], () => (remove(), form.querySelector("textarea")?.focus()));
    const look = way && h("li", {}, h("a", wayTo(way.stage, way.exercise, way.notebook), say(words.look, { exercise: way.title })));
    card = /** @type {HTMLElement} */ (h("div", { class: "ns-round", role: "group", "aria-label": title }, said, h("div", { class: "ns-acts" }, stop, on),
      h("ul", {}, look, tool && h("li", {}, toolButton(words.steady, tool))),
      h("details", {}, h("summary", {}, words.why), h("p", { class: "ns-meta" }, `${say(words.because, { days })} ${off}`))));
    form.querySelector(".ns-foot")?.before(card);
    // A screen reader says what comes into a place that is there already.
    requestAnimationFrame(() => said.append(h("p", { class: "ns-round-title" }, title), h("p", {}, words.says), h("p", {}, ...(inApp ? leadingToHelp(words.now) : [words.now]))));
  }
  document.addEventListener("newsoil:saved", (heard) => {
    const { edit, rounds = [] } = /** @type {CustomEvent} */ (heard).detail, theme = rounds.find((/** @type {string} */ one) => !told.has(one));
    if (edit.entry === note && !rounds.length) remove(); // a tag went, or a next step came
    if (!theme) return;
    note = edit.entry;
    clearTimeout(timer);
    timer = window.setTimeout(show, IN_A_PAUSE, theme, document.querySelector(`[data-exercise="${CSS.escape(edit.exercise)}"] .ns-form`));
  });
  for (const event of ["newsoil:opening", "newsoil:door"]) document.addEventListener(event, remove);
  document.addEventListener("newsoil:looks", () => wanted() || remove());
  for (const event of ["newsoil:gate", "newsoil:offered"]) document.addEventListener(event, () => (root.hasAttribute("data-afraid") || card?.closest("[data-offered]")) && remove());
}
