// @ts-check
/**
 * One step of a tool: a strength from 0 to 10, one or several choices, a pause, or a few words to follow. Everything can be left out, and
 * nothing is typed unless somebody wants to.
 *
 * @typedef {{id: string, label: string, note: string, said: string, together: boolean, writes: string, reads: string}} Choice
 * @typedef {{prompt: string, label: string, as: "number" | "option" | "options" | "words" | "line"}} Fills
 * @typedef {{id: string, draws: string, asks: string, hint: string, note: string, options: Choice[], more: number, own: boolean, ends: string[], fills: Fills | null}} Step
 * @typedef {{chosen: string[], own: string}} Given a number is chosen as text
 */
import { button, h } from "./dom.js";
import { drawSlowPause } from "./pause.js";

const TEN = 10;

/** @param {string} text */
export const inParagraphs = (text) => text.split(/\n\n+/).filter(Boolean).map((one) => h("p", {}, one.trim()));

/** Whether somebody gave anything in a step. @param {Given | undefined} given */
export const isGiven = (given) => Boolean(given?.chosen.length || given?.own.trim());

/**
 * @param {{step: Step, id: string, given: Given, words: Record<string, string>, seconds: number, afraid: boolean, announce: (sentence: string) => void}} place
 * `given` is changed as somebody chooses
 * @returns {{nodes: any[], stop: () => void}}
 */
export function drawStep({ step, id, given, words, seconds, afraid, announce }) {
  const group = { "aria-labelledby": `${id}-asks`, "aria-describedby": step.hint ? `${id}-hint` : null }, still = () => {};
  const clear = button(words.clear, () => {
    for (const input of clear.parentElement?.querySelectorAll("input") ?? []) input.checked = false;
    given.chosen = [];
    clear.parentElement?.querySelector("input")?.focus();
    heed();
  }, "ns-text-btn");
  const heed = () => (clear.hidden = !given.chosen.length);

  /** @param {string} type @param {string} value */
  function input(type, value) {
    /** @type {HTMLInputElement} */
    const one = h("input", { type, name: id, value, checked: given.chosen.includes(value), autocomplete: "off", on: { change } });
    function change() {
      given.chosen = type === "radio" ? [value] : one.checked ? [...given.chosen, value] : given.chosen.filter((other) => other !== value);
      heed();
    }
    return one;
  }
  function strength() {
    const [low, middle, high] = step.ends.length ? step.ends : [words.low, words.middle, words.high];
    /** @type {Record<number, string>} */
    const said = { 0: low, [TEN / 2]: middle, [TEN]: high };
    const squares = Array.from({ length: TEN + 1 }, (_, at) => h("label", { class: "ns-sq" }, input("radio", String(at)), h("span", {}, String(at), said[at] && h("span", { class: "ns-vh" }, `, ${said[at]}`))));
    /** @param {string} place @param {string} word */
    const word = (place, word) => h("span", { class: `ns-word ns-word-${place}`, "aria-hidden": "true" }, word);
    return h("fieldset", group, h("div", { class: "ns-ten" }, ...squares.slice(0, 6), word("low", low), word("middle", middle), ...squares.slice(6), word("high", high)), clear);
  }
  /** @param {string} type */
  function choices(type) {
    const look = type === "radio" ? "ns-row" : "ns-row ns-chip", rows = type === "radio" ? "ns-rows" : "ns-chips";
    const all = step.options.filter((one) => !(one.together && afraid));
    given.chosen = given.chosen.filter((one) => all.some(({ id }) => id === one));
    const drawn = all.map((one) => h("label", { class: look }, input(type, one.id), h("span", {}, one.label, one.note && h("small", {}, one.note))));
    const first = step.more || drawn.length, rest = drawn.slice(first);
    return h("fieldset", group, h("div", { class: rows }, ...drawn.slice(0, first)),
      rest.length ? h("details", { open: all.slice(first).some(({ id }) => given.chosen.includes(id)) }, h("summary", {}, words["more-words"]), h("div", { class: rows }, ...rest)) : null,
      type === "radio" && clear);
  }
  function own() {
    const field = h("textarea", { id: `${id}-own`, class: "ns-short", rows: 1, autocomplete: "off", on: { input: () => (given.own = field.value.toWellFormed?.() ?? field.value) } });
    field.value = given.own;
    return h("div", { class: "ns-own" }, h("label", { class: "ns-hint", for: field.id }, words.own), field);
  }

  heed();
  if (step.draws === "pause") {
    const { node, stop } = drawSlowPause(seconds, words, announce);
    return { nodes: [node], stop };
  }
  const drawn = step.draws === "strength" ? strength() : step.draws === "read" ? null : choices(step.draws === "one" ? "radio" : "checkbox");
  return { nodes: [drawn, step.own && own(), ...inParagraphs(step.note).map((one) => (one.classList.add("ns-note"), one))], stop: still };
}
