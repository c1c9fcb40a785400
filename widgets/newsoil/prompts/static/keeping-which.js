// @ts-check
/** Which notes: a range of days, and exercises. */
import { dayInWords } from "./clock.js";
import { h } from "./dom.js";
import { dayFrom, drawGroup, drawOption, drawSelect } from "./keeping-parts.js";
import { inNotes } from "./looked.js";

const MONTHS = "months", RANGES = ["all", "7", "30", "365", MONTHS];

/** The last day of a month. @param {string} month `2026-11` */
function lastDay(month) {
  const [year, number] = month.split("-").map(Number);
  return `${month}-${new Date(year, number, 0).getDate()}`;
}

/** Boxes for exercises. @param {Record<string, string>} words @param {{id: string, title: string, notes?: number}[]} exercises */
export function drawExercises(words, exercises) {
  const node = drawGroup(words["from-exercises"], words["from-exercises-hint"], h("div", { class: "ns-rows ns-pairs" },
    ...exercises.map(({ id, title, notes }) => drawOption({ type: "checkbox", value: id }, title, notes === undefined ? "" : inNotes(notes, words)))));
  return { node, value: () => [...node.querySelectorAll("input:checked")].map((box) => box.value) };
}

/** @param {{words: Record<string, string>, language: string}} place */
export function drawWhich({ words, language }) {
  const range = drawSelect("copy-range", words.range, RANGES.map((name) => [name, words[`range-${name}`]]));
  const months = h("div", { class: "ns-months", hidden: true }), exercises = h("div", {});
  /** @type {{first: HTMLSelectElement, last: HTMLSelectElement} | null} */
  let ends = null;
  /** @type {() => string[]} */
  let chosen = () => [];
  range.select.addEventListener("change", () => (months.hidden = range.select.value !== MONTHS));
  return {
    node: h("details", { class: "ns-which" }, h("summary", {}, words["copy-which"]), h("div", { class: "ns-flow" }, range.node, months, exercises)),
    /** @returns {{exercises: string[], first?: string, last?: string}} */
    value() {
      const name = range.select.value;
      if (name === MONTHS && ends?.first.value) return { exercises: chosen(), first: `${ends.first.value}-01`, last: lastDay(ends.last.value) };
      return name === "all" || name === MONTHS ? { exercises: chosen() } : { exercises: chosen(), first: dayFrom(1 - Number(name)), last: dayFrom(0) };
    },
    /** @param {any} there */
    show(there) {
      const options = there.months.map((/** @type {string} */ month) => [month, dayInWords(month, language)]);
      const first = drawSelect("copy-first", words["first-month"], options), last = drawSelect("copy-last", words["last-month"], options);
      last.select.value = options.at(-1)?.[0] ?? "";
      ends = { first: first.select, last: last.select };
      months.replaceChildren(first.node, last.node);
      const boxes = drawExercises(words, there.exercises);
      chosen = boxes.value;
      exercises.replaceChildren(boxes.node);
    },
  };
}
