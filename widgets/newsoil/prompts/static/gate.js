// @ts-check
/**
 * The safety gate: a few plain items before a step of sharing, for everybody. It never stops anybody. What is said holds until the page
 * closes, for all exercises of the page; it is in the notes only where the person ticks "keep".
 */
import { now } from "./clock.js";
import { button, freshId, h } from "./dom.js";
import { outbox } from "./outbox.js";

/** @typedef {{items: string[], said: string, kept: boolean, entry: string, made: string, own: boolean}} Said `own`: it was said on this page, and no older note speaks against it */

/** @type {Said} one for the page, however many exercises hold a copy of this module */
export const gateSaid = ((/** @type {any} */ (globalThis)).newsoil ??= {}).gate ??= { items: [], said: "", kept: false, entry: "", made: "", own: false };

/** Whether something of it was said to be so. */
export const isAfraid = () => gateSaid.items.length > 0;

function spread() {
  document.documentElement.toggleAttribute("data-afraid", isAfraid());
  document.dispatchEvent(new CustomEvent("newsoil:gate", { detail: { afraid: isAfraid() } }));
}

/**
 * What was kept on an earlier visit, unless something was said on this page.
 * @param {any} entry @param {string} prompt
 */
export function rememberGate(entry, prompt) {
  if (gateSaid.said || gateSaid.own || !entry?.answers[prompt]?.length) return;
  Object.assign(gateSaid, { items: entry.answers[prompt], said: "items", kept: true, entry: entry.id, made: entry.made_at });
  spread();
}

/** The notes were locked: what had been kept is not known any more. */
export function forgetGate() {
  if (gateSaid.kept) Object.assign(gateSaid, { items: [], said: "", kept: false, entry: "", made: "", own: false });
  document.documentElement.toggleAttribute("data-afraid", isAfraid());
}

/**
 * The card of the gate.
 * @param {any} gate its words and items @param {HTMLElement} section the exercise @param {(text: any) => string} text @param {(message: any) => void} send
 * @returns {HTMLElement}
 */
export function drawGate(gate, section, text, send) {
  const { id } = section;
  /** @param {string} act @param {string} prompt @param {any} value */
  function put(act, prompt, value) {
    const at = now();
    gateSaid.made ||= at;
    outbox.put({ exercise: gate.exercise, entry: gateSaid.entry, made_at: gateSaid.made, at, act, prompt, value }, send, false);
  }
  function keep() {
    gateSaid.entry ||= freshId();
    put("answer", gate.prompt.id, gateSaid.items.length ? gateSaid.items : null);
    put("status", "", "done");
  }
  /** @param {string} said @param {string[]} items */
  function answer(said, items) {
    Object.assign(gateSaid, { said, items, own: true });
    if (gateSaid.kept) keep();
    spread();
  }
  /** @param {string} name @param {string} label @param {boolean} checked @param {(checked: boolean) => void} change @param {string} [note] */
  function row(name, label, checked, change, note) {
    const box = h("input", { type: "checkbox", id: `${id}-gate-${name}`, checked, on: { change: () => change(box.checked) } });
    return h("label", { class: "ns-row" }, box, h("span", {}, label, note ? h("small", {}, note) : null));
  }
  const { items, said } = gateSaid, title = h("h3", { id: `${id}-gate` }, gate.title);
  const again = button(gate.change, () => answer("", []), "ns-text-btn", { id: `${id}-gate-change` });
  if (said === "none" || said === "rather-not") {
    return h("div", { class: "ns-gate ns-gate-said", role: "group", "aria-labelledby": title.id }, title, h("p", { class: "ns-meta" }, said === "none" ? gate.none : gate["rather-not"]), again);
  }
  const boxes = gate.prompt.options.map((/** @type {any} */ one) => row(one.id, text(one.label), items.includes(one.id), (on) => answer(on || items.length > 1 ? "items" : "", on ? [...items, one.id] : items.filter((other) => other !== one.id))));
  // On a page with several, the first that nobody has answered stands open and the others can be opened: the question is the same.
  const all = [.../** @type {ParentNode} */ (section.getRootNode()).querySelectorAll(".ns-exercise:not(.ns-closed) .ns-gate")];
  const folded = !said && all.some((one) => !section.contains(one) && section.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
  const asked = [...gate.lead.split(/\n\n+/).map((/** @type {string} */ part) => h("p", {}, part)),
    h("fieldset", { "aria-describedby": `${id}-gate-hint` }, h("legend", { class: "ns-q" }, text(gate.prompt.label)), h("p", { class: "ns-hint", id: `${id}-gate-hint` }, text(gate.prompt.hint)), h("div", { class: "ns-rows" }, ...boxes),
      items.length ? null : h("div", { class: "ns-rows" }, row("none", gate.none, false, () => answer("none", [])), row("rather-not", gate["rather-not"], false, () => answer("rather-not", [])))),
    ...(items.length ? [sayYes(gate, row, again, keep, put)] : [])];
  return h("div", { class: "ns-gate", role: "group", "aria-labelledby": title.id }, ...(folded ? [h("details", {}, h("summary", {}, title, h("span", { class: "ns-meta" }, gate.folded)), ...asked)] : [title, ...asked]));
}

/**
 * What is said when something of it is so. No verdict, and nobody is told.
 * @param {any} gate @param {(name: string, label: string, checked: boolean, change: (checked: boolean) => void, note?: string) => HTMLElement} row
 * @param {HTMLElement} again @param {() => void} keep @param {(act: string, prompt: string, value: any) => void} put
 */
function sayYes(gate, row, again, keep, put) {
  const help = document.querySelector(".ns-btn-help")?.textContent;
  return h("div", { class: "ns-gate-yes" }, h("h4", {}, gate["yes-title"]),
    ...gate.yes.split(/\n\n+/).map((/** @type {string} */ part) => h("p", {}, part)),
    help ? h("p", {}, h("a", { class: "ns-btn ns-btn-help", href: "#support", "data-jump": "support" }, help)) : null,
    row("keep", gate.keep, gateSaid.kept, (on) => {
      Object.assign(gateSaid, { kept: on, own: true });
      if (on) keep();
      else {
        put("delete", "", true);
        Object.assign(gateSaid, { entry: "", made: "" });
      }
    }, gate["keep-hint"]),
    again);
}
