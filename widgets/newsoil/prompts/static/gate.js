// @ts-check
/**
 * The safety gate: a few plain items before a step of sharing, for everybody. It never stops anybody. What is said holds until the page
 * closes, for all exercises of the page (`gate-said.js`); it is in the notes only where the person ticks "keep".
 */
import { now } from "./clock.js";
import { button, freshId, h, inParts, say, wayToHelp } from "./dom.js";
import { gateSaid, seeDifferently, spreadGate } from "./gate-said.js";
import { outbox } from "./outbox.js";

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
    spreadGate();
  }
  /** @param {string} name @param {string} label @param {boolean} checked @param {(checked: boolean) => void} change @param {string} [note] */
  function row(name, label, checked, change, note) {
    const box = h("input", { type: "checkbox", id: `${id}-gate-${name}`, checked, autocomplete: "off", on: { change: () => change(box.checked) } });
    return h("label", { class: "ns-row" }, box, h("span", {}, label, note ? h("small", {}, note) : null));
  }
  const { items, said, dangers } = gateSaid, title = h("h3", { id: `${id}-gate` }, gate.title), danger = dangers.size > 0 && !items.length;
  const again = button(gate.change, () => answer("", []), "ns-text-btn", { id: `${id}-gate-change` });
  if (!danger && said && said !== "items") {
    return h("div", { class: "ns-gate ns-gate-said", role: "group", "aria-labelledby": title.id }, title, h("p", { class: "ns-meta" }, gate[said]), again);
  }
  const boxes = gate.prompt.options.map((/** @type {any} */ one) => row(one.id, text(one.label), items.includes(one.id), (on) => answer(on || items.length > 1 ? "items" : "", on ? [...items, one.id] : items.filter((other) => other !== one.id))));
  // On a page with several, the first that nobody has answered stands open and the others can be opened: the question is the same.
  const all = [.../** @type {ParentNode} */ (section.getRootNode()).querySelectorAll(".ns-exercise:not(.ns-closed) .ns-gate")];
  const folded = (danger || !said) && all.some((one) => !section.contains(one) && section.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
  const asked = [...(danger ? sayDanger(gate) : inParts(gate.lead)),
    h("fieldset", { "aria-describedby": `${id}-gate-hint` }, h("legend", { class: "ns-q" }, text(gate.prompt.label)), h("p", { class: "ns-hint", id: `${id}-gate-hint` }, text(gate.prompt.hint)), h("div", { class: "ns-rows" }, ...boxes),
      items.length || danger ? null : h("div", { class: "ns-rows" }, ...["none", "rather-not"].map((one) => row(one, gate[one], false, () => answer(one, []))))),
    ...(items.length ? [sayYes(gate, row, again, keep, put)] : [])];
  return h("div", { class: "ns-gate", role: "group", "aria-labelledby": title.id }, ...(folded ? [h("details", {}, h("summary", {}, title, h("span", { class: "ns-meta" }, gate.folded)), ...asked)] : [title, ...asked]));
}

/** What is said while answers speak of danger: which, what that does, and how to see it differently. @param {any} gate */
function sayDanger(gate) {
  const where = [...new Set([...gateSaid.dangers.values()].map((one) => `“${one.where}”`))].join(", ");
  return [...inParts(say(gate.answers || gate.yes, { where })), wayToHelp(), h("p", {}, button(gate.differently || gate.change, seeDifferently, "ns-text-btn"))];
}

/**
 * What is said when something of it is so. No verdict, and nobody is told.
 * @param {any} gate @param {(name: string, label: string, checked: boolean, change: (checked: boolean) => void, note?: string) => HTMLElement} row
 * @param {HTMLElement} again @param {() => void} keep @param {(act: string, prompt: string, value: any) => void} put
 */
function sayYes(gate, row, again, keep, put) {
  return h("div", { class: "ns-gate-yes" }, h("h4", {}, gate["yes-title"]),
    ...inParts(gate.yes), wayToHelp(),
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
