// @ts-check
/** A note read again: its answers in words, its day, its own line. */
import { dayInWords } from "./clock.js";
import { h } from "./dom.js";
import { answered, valueOf } from "./entry.js";

/**
 * @typedef {{exercise: any, words: Record<string, string>, text: (text: any) => string, links: Record<string, any[]>, language: string}} Setting
 */

/**
 * An answer in words, as it was given.
 * @param {any} prompt @param {any} value @param {Setting} setting
 * @returns {string}
 */
export function inWords(prompt, value, setting) {
  /** @param {string} id */
  const option = (id) => setting.text(prompt.options.find((/** @type {any} */ one) => one.id === id)?.label ?? id);
  if (prompt.kind === "scale") return prompt.labels[value - 1];
  if (prompt.kind === "choice") return option(value);
  if (prompt.kind === "choices") return value.map(option).join(", ");
  if (prompt.kind === "date") return dayInWords(value, setting.language);
  if (prompt.kind === "link") return setting.links[prompt.id]?.find((one) => one.id === value)?.words ?? setting.words["linked-note"];
  if (prompt.kind === "rows") return value.map((/** @type {any} */ row) => prompt.columns.filter((/** @type {any} */ column) => answered(row[column.id])).map((/** @type {any} */ column) => inWords(column, row[column.id], setting)).join(" · ")).join("\n");
  return String(value);
}

/**
 * The one line that stands for an entry in a list.
 * @param {import("./entry.js").Entry} entry @param {Setting} setting
 */
export function ownLine(entry, setting) {
  const prompt = setting.exercise.prompts.find((/** @type {any} */ one) => one.id === setting.exercise.label), value = prompt && valueOf(entry, prompt);
  return answered(value) ? inWords(prompt, value, setting) : "";
}

/**
 * All answers of an entry, each with its question; what was there before, below.
 * @param {import("./entry.js").Entry} entry @param {Setting} setting
 */
export function review(entry, setting) {
  const pairs = setting.exercise.prompts.flatMap((/** @type {any} */ prompt) => {
    const value = valueOf(entry, prompt);
    return answered(value) ? [h("dt", {}, setting.text(prompt.label)), h("dd", {}, inWords(prompt, value, setting))] : [];
  });
  const former = entry.earlier.flatMap((one) => [h("dt", {}, `${setting.words.before}, ${dayInWords(one.at.slice(0, 10), setting.language)}`),
    ...setting.exercise.prompts.filter((/** @type {any} */ prompt) => answered(one.answers[prompt.id])).map((/** @type {any} */ prompt) => h("dd", {}, inWords(prompt, one.answers[prompt.id], setting)))]);
  return h("dl", { class: "ns-review" }, ...pairs, ...former);
}
