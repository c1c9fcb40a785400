// @ts-check
/** Scale, choice, intensity and link: one of several, as native radios that share a name. Nothing is chosen beforehand. */
import { dayInWords } from "../clock.js";
import { h } from "../dom.js";

/**
 * Radios and the way to set them.
 * @param {string} name
 * @param {any[]} values
 * @param {(value: any) => void} choose
 */
export function radios(name, values, choose) {
  const inputs = values.map((value, at) => h("input", { type: "radio", name, value: at, autocomplete: "off", on: { change: () => choose(value) } }));
  /** @param {any} value */
  const show = (value) => inputs.forEach((input, at) => (input.checked = values[at] === value));
  return { inputs, show };
}

/**
 * One row of a stacked list.
 * @param {any} input
 * @param {string} label
 * @param {string} [note]
 */
export function row(input, label, note) {
  return h("label", { class: "ns-row" }, input, h("span", {}, label, note && h("small", {}, note)));
}

/** @type {import("./kind.js").Draw} */
export function drawScale({ prompt, id, change }) {
  const { inputs, show } = radios(id, [1, 2, 3, 4, 5], (value) => change(value, false));
  return { node: h("div", { class: "ns-rows" }, ...inputs.map((input, at) => row(input, prompt.labels[at]))), show };
}

/** @type {import("./kind.js").Draw} */
export function drawChoice({ prompt, id, words, text, change }) {
  const { inputs, show } = radios(id, prompt.options.map((/** @type {any} */ option) => option.id), (value) => change(value, false));
  const rows = prompt.options.flatMap((/** @type {any} */ option, /** @type {number} */ at) => {
    const line = row(inputs[at], text(option.label), text(option.note));
    return option.apart ? [h("p", { class: "ns-or" }, words.or), line] : [line];
  });
  const brief = prompt.options.length === 2 && prompt.options.every((/** @type {any} */ option) => !option.note && text(option.label).length < 12);
  return { node: h("div", { class: brief ? "ns-rows ns-two" : "ns-rows" }, ...rows), show };
}

/** @type {import("./kind.js").Draw} */
export function drawIntensity({ prompt, id, change }) {
  const { inputs, show } = radios(id, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (value) => change(value, false));
  /** @type {Record<number, string>} */
  const said = { 0: prompt.low, 5: prompt.middle, 10: prompt.high };
  const squares = inputs.map((input, at) => h("label", { class: "ns-sq" }, input, h("span", {}, String(at), said[at] && h("span", { class: "ns-vh" }, `, ${said[at]}`))));
  /** @param {string} place @param {string} words */
  const word = (place, words) => h("span", { class: `ns-word ns-word-${place}`, "aria-hidden": "true" }, words);
  return { node: h("div", { class: "ns-ten" }, ...squares.slice(0, 6), word("low", prompt.low), word("middle", prompt.middle), ...squares.slice(6), word("high", prompt.high)), show };
}

/** @type {import("./kind.js").Draw} */
export function drawLink({ id, change, links, language }) {
  const { inputs, show } = radios(id, links.map((link) => link.id), (value) => change(value, false));
  return { node: h("div", { class: "ns-rows ns-links" }, ...inputs.map((input, at) => row(input, links[at].words || dayInWords(links[at].day, language), links[at].words ? dayInWords(links[at].day, language) : ""))), show };
}
