// @ts-check
/**
 * What the parts of “Your notes” are drawn from.
 *
 * @typedef {{words: Record<string, string>, language: string, ask: import("./asking.js").Ask, refresh: () => Promise<void>}} Place
 * @typedef {{node: HTMLElement, show: (there: any) => void}} Part a part of the page, drawn anew as far as needed when the kernel says what is there
 */
import { dayOf } from "./clock.js";
import { button, h, unkept } from "./dom.js";

const ONE_DAY = 86400000;

/** @param {string} id @param {string} title @param {string} says @param {...any} children */
export function drawSheet(id, title, says, ...children) {
  const heading = h("h2", { id: `ns-${id}`, tabindex: -1 }, title);
  return h("section", { class: "ns-sheet ns-keep", "data-part": id, "aria-labelledby": heading.id }, h("header", {}, heading, h("p", { class: "ns-meta" }, says)), ...children);
}

/**
 * A radio or a box with its label.
 * @param {Record<string, any>} input attributes
 * @param {any} label
 * @param {string} [more]
 */
export function drawOption(input, label, more) {
  return h("label", { class: "ns-row" }, h("input", { autocomplete: "off", ...input }), h("span", {}, ...[label].flat(), more && h("small", {}, more)));
}

/** @param {string} legend @param {string} hint @param {...any} children */
export const drawGroup = (legend, hint, ...children) => h("fieldset", { class: "ns-prompt" }, h("legend", { class: "ns-q" }, legend), hint && h("p", { class: "ns-hint" }, hint), ...children);

/** @param {string} id @param {string} label @param {[string, string][]} options */
export function drawSelect(id, label, options) {
  const select = h("select", { id: `ns-${id}`, autocomplete: "off" }, ...options.map(([value, text]) => h("option", { value }, text)));
  return { select, node: unkept({ class: "ns-prompt" }, h("label", { class: "ns-q", for: select.id }, label), h("div", { class: "ns-field" }, select)) };
}

/** What is chosen among radios of one name. @param {HTMLElement} within @param {string} name @returns {string} */
export const chosenOf = (within, name) => /** @type {HTMLInputElement | null} */ (within.querySelector(`input[name="${name}"]:checked`))?.value ?? "";

/** The day that is so many days from today, by the page's clock. @param {number} days */
export const dayFrom = (days) => dayOf(new Date(Date.now() + days * ONE_DAY));

/**
 * A question before something goes for good; it stands in the place of `instead`, and the way back has the focus.
 * @param {Record<string, string>} words @param {string} question @param {HTMLElement} instead @param {() => void} yes
 */
export function drawSure(words, question, instead, yes) {
  const keep = button(words["sure-no"], () => (box.replaceWith(instead), instead.querySelector("button")?.focus()));
  const box = h("div", { class: "ns-sure", role: "group", "aria-label": question }, h("p", {}, question), h("div", { class: "ns-acts" }, keep, button(words["sure-yes"], yes, "ns-btn ns-btn-for-good")));
  instead.replaceWith(box);
  keep.focus();
}
