// @ts-check
/** Drawing in place: a node that is there stays there, so that nothing typed is lost and the focus stays where it was. */
import { h } from "../../../prompts/static/dom.js";

/** @typedef {Record<string, any>} View what the room says to consoles (`views.py`), and `now`: seconds that run in the page */
/** A part of the page. `tick` is called each second. @typedef {{ node: HTMLElement, show: (view: View) => void, tick?: (view: View) => void }} Part */
/** Ask something of the room; whether it was done. @typedef {(message: Record<string, any>) => Promise<boolean>} Act */

/** @param {Node} node @param {string} text */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Give the focus to the heading of the part in which a node is. @param {Element} node */
export function toHeading(node) {
  const near = node.parentElement?.closest("section, details, dialog, main");
  const heading = /** @type {HTMLElement | null} */ (near?.querySelector("h1, h2, summary"));
  if (heading && heading.tagName !== "SUMMARY") heading.tabIndex = -1;
  heading?.focus();
}

/** Show or hide; a focus within is not lost. @param {HTMLElement} node @param {boolean} on */
export function reveal(node, on) {
  if (node.hidden !== on) return;
  const held = !on && node.contains(document.activeElement);
  node.hidden = !on;
  if (held) toHeading(node);
}

/** @param {HTMLElement} node @param {string} name @param {string | null} value */
export function mark(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * A button that can be out of use for a reason that stands beside it; it keeps the focus meanwhile.
 * @param {string} says
 * @param {() => void} press
 * @param {string} [look]
 * @param {Record<string, any>} [more]
 * @returns {HTMLButtonElement}
 */
export const pressed = (says, press, look = "ns-btn", more = {}) => {
  const made = h("button", { type: "button", class: look, ...more, on: { click: () => made.getAttribute("aria-disabled") !== "true" && press() } }, says);
  return made;
};

/** @param {HTMLElement} button @param {boolean} on */
export const enable = (button, on) => mark(button, "aria-disabled", on ? null : "true");

/** Milliseconds in which a second press is one press too many: the button says something else by then. */
const ONE_PRESS = 600;

/** Whether what is pressed now was on the page for a moment: `changed` begins anew. */
export function settling() {
  let since = 0;
  return { changed: () => void (since = performance.now()), isSettled: () => performance.now() - since > ONE_PRESS };
}

let parts = 0;

/** A part with its heading. @param {string} name @param {string} title @param {...any} children @returns {HTMLElement} */
export function part(name, title, ...children) {
  const id = `part-${++parts}`;
  return h("section", { class: `con-part con-${name}`, "aria-labelledby": id }, h("h2", { id, tabindex: "-1" }, title), ...children);
}

/** A part that is folded until it is needed. @param {string} name @param {string} title @param {...any} children @returns {HTMLDetailsElement} */
export const folded = (name, title, ...children) => h("details", { class: `con-part con-fold con-${name}` }, h("summary", {}, h("h2", {}, title)), ...children);

/**
 * A list in which each item keeps its node. Where an item goes away that held the focus, its neighbour gets it, or the heading.
 * @template T
 * @param {HTMLElement} list
 * @param {(item: T) => string} key
 * @param {(item: T) => { node: HTMLElement, show: (item: T) => void }} make
 * @returns {(items: T[]) => void}
 */
export function listing(list, key, make) {
  /** @type {Map<string, { node: HTMLElement, show: (item: T) => void }>} */
  const shown = new Map();
  return (items) => {
    const names = new Set(items.map(key));
    for (const [name, { node }] of shown) {
      if (names.has(name)) continue;
      const held = node.contains(document.activeElement), near = node.nextElementSibling ?? node.previousElementSibling;
      node.remove();
      shown.delete(name);
      const next = /** @type {HTMLElement | null | undefined} */ (near?.querySelector("button, select, input"));
      if (held) next ? next.focus() : toHeading(list);
    }
    items.forEach((item, place) => {
      const name = key(item), one = shown.get(name) ?? make(item);
      shown.set(name, one);
      one.show(item);
      if (list.children[place] !== one.node) list.insertBefore(one.node, list.children[place] ?? null);
    });
  };
}
