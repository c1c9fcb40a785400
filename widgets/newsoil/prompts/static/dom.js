// @ts-check
/** Small tools for building the page from nodes: text is only ever set as text. */

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on` holds listeners, `class`, `for`, `aria-…` and `data-…` are attributes as written
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, /** @type {any} */ (listener));
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {any} */ (child)));
  return node;
}

/**
 * A form that is never sent: it is there for what it says to browsers, which otherwise keep what was typed in their own files, for a way back
 * and for the tabs of last time. Firefox goes by the `autocomplete` of each field; WebKit, and Chromium until lately, go in a `textarea` by that
 * of the form alone, by their sources. So both say it.
 * @param {Record<string, any>} attributes
 * @param {...any} children
 * @returns {HTMLFormElement}
 */
export const unkept = (attributes, ...children) => h("form", { autocomplete: "off", ...attributes, on: { submit: (/** @type {Event} */ event) => event.preventDefault() } }, ...children);

/**
 * A button that does something on this page.
 * @param {string | Node[]} says
 * @param {() => void} click
 * @param {string} look `ns-btn`, or `ns-text-btn` for one among words
 * @param {Record<string, any>} more attributes
 * @returns {HTMLButtonElement}
 */
export const button = (says, click, look = "ns-btn", more = {}) => h("button", { type: "button", class: look, ...more, on: { click } }, ...(typeof says === "string" ? [says] : says));

const SVG = "http://www.w3.org/2000/svg";
const ROUND = "M10 1.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z";
/** @type {Record<string, string>} */
const shapes = { saved: "M6.4 10.3l2.5 2.5 4.8-5.2", waiting: "", unsaved: "M10 5.6v5.2M10 13.9v.2" };

/**
 * A line drawing that says nothing the words beside it do not say.
 * @param {"saved" | "waiting" | "unsaved"} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", class: `ns-icon ns-icon-${name}` })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ROUND + shapes[name]);
  svg.append(path);
  return svg;
}

/**
 * A fresh id that says nothing about when, where or by whom it was made.
 * @returns {string}
 */
export function freshId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Fill `{name}` places of a template.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function say(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** A text as paragraphs. @param {string} said @param {string | false} [look] @returns {HTMLElement[]} */
export const inParts = (said, look = false) => said.split(/\n\n+/).filter(Boolean).map((part) => h("p", { class: look }, part));

/** What the page's header calls the way to help; nothing where there is no such way. */
export const helpName = () => document.querySelector(".ns-btn-help")?.textContent;

/** The page's way to help, in the words of its header; nothing where it has none. @param {string | false} [look] */
export function wayToHelp(look = false) {
  const help = helpName();
  return help ? h("p", { class: look }, h("a", { class: "ns-btn ns-btn-help", href: "#support", "data-jump": "support" }, help)) : null;
}

/** Words in which the name of the page's way to help, in its quotes, leads there. @param {string} words @returns {any[]} */
export function leadingToHelp(words) {
  const help = helpName(), [first, ...others] = help ? words.split(`“${help}”`) : [words];
  return [first, ...others.flatMap((rest) => [h("a", { href: "#support", "data-jump": "support" }, `“${help}”`), rest])];
}

/** A button that opens a tool for right now; the page, or the notebook's door, listens for it. @param {string} says @param {string} tool @param {string} [look] */
export const toolButton = (says, tool, look = "ns-text-btn") => h("button", { type: "button", class: look, "data-right-now": tool, "aria-haspopup": "dialog" }, says);

/** Whether something belongs to a stage that is out of sight, and kept as it is (`pages.js`). @param {Element} node */
export const isAway = (node) => Boolean(node.closest("[data-away]"));

/** Whether an exercise is the first of its page. The kernel says so: not every front end puts them on the page in their order. @param {Element} section */
export const isFirst = (section) => section.hasAttribute("data-first");
