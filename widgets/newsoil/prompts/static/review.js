// @ts-check
/** A note read again: its answers in words, its day, its own line. */
import { dayInWords } from "./clock.js";
import { h } from "./dom.js";
import { answered, answeredIn, valueOf } from "./entry.js";
import { questionOf } from "./kinds/question.js";
import { sentenceOf } from "./kinds/sentence.js";
import { piles } from "./kinds/sorter.js";

/**
 * @typedef {{exercise: any, words: Record<string, string>, text: (text: any) => string, links: Record<string, any[]>, language: string,
 *   own?: Record<string, string[]>, decision?: any, afraid?: () => boolean, place?: ParentNode, before?: {at: string, node: HTMLElement}[]}} Setting what an exercise is drawn with;
 *   `own` are the person's words of earlier notes by prompt, `before` is what stands before a prompt, and before the end where `at` is empty
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
  if (prompt.kind === "rows") return rowsInWords(prompt, value, setting).join("\n");
  if (prompt.kind === "ladder") return rowsInWords(prompt, [...value].sort((a, b) => a.step - b.step), setting).join("\n");
  if (prompt.kind === "sorter") return cardsInWords(prompt, value, setting).join("\n");
  if (prompt.kind === "sentence") return sentenceOf(prompt, value);
  if (prompt.kind === "both") return questionOf(prompt, value, setting.text);
  if (prompt.kind === "question") return `${questionOf(prompt, value.question, setting.text)}\n${value.text}`;
  return String(value);
}

/** What an entry says to a prompt, in words. @param {import("./entry.js").Entry} entry @param {any} prompt @param {Setting} setting */
export const saidIn = (entry, prompt, setting) => inWords(prompt, valueOf(entry, prompt), setting);

/**
 * Rows in words, those of a ladder with what their step is called.
 * @param {any} prompt @param {any[]} rows @param {Setting} setting
 * @returns {string[]}
 */
const rowsInWords = (prompt, rows, setting) => rows.map((row) => {
  const said = prompt.columns.filter((/** @type {any} */ column) => answered(row[column.id])).map((/** @type {any} */ column) => inWords(column, row[column.id], setting)).join(" · ");
  return prompt.steps ? `${setting.text(prompt.steps[row.step - 1])}: ${said}` : said;
});

/**
 * Sorted cards in words, group by group; cards of one's own that lie in no group come last.
 * @param {any} prompt @param {any[]} cards @param {Setting} setting
 * @returns {string[]}
 */
function cardsInWords(prompt, cards, { text, words }) {
  const left = cards.filter((card) => !card.group && card.text).map((card) => card.text);
  const all = [...piles(prompt, cards, text), { name: words["no-group"], held: left }];
  return all.filter(({ held }) => held.length).map(({ name, held }) => `${name}: ${held.join(" · ")}`);
}

/**
 * The one line that stands for an entry in a list.
 * @param {import("./entry.js").Entry} entry @param {Setting} setting
 */
export function ownLine(entry, setting) {
  const prompt = answeredIn(entry, setting.exercise).find((one) => one.id === setting.exercise.label);
  return prompt ? saidIn(entry, prompt, setting) : "";
}

/**
 * All answers of an entry, each with its question; what was there before, below.
 * @param {import("./entry.js").Entry} entry @param {Setting} setting
 */
export function review(entry, setting) {
  const pairs = answeredIn(entry, setting.exercise).flatMap((prompt) => [h("dt", {}, setting.text(prompt.label)), h("dd", {}, saidIn(entry, prompt, setting))]);
  const former = entry.earlier.flatMap((one) => [h("dt", {}, `${setting.words.before}, ${dayInWords(one.at.slice(0, 10), setting.language)}`),
    ...setting.exercise.prompts.filter((/** @type {any} */ prompt) => answered(one.answers[prompt.id])).map((/** @type {any} */ prompt) => h("dd", {}, inWords(prompt, one.answers[prompt.id], setting)))]);
  return h("dl", { class: "ns-review" }, ...pairs, ...former);
}
