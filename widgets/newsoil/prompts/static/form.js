// @ts-check
/** The form of one entry: its prompts, and how to be done with it for now. */
import { button, h } from "./dom.js";
import { valueOf } from "./entry.js";
import { drawPrompt } from "./prompt.js";

/**
 * @param {import("./entry.js").Entry} entry
 * @param {import("./review.js").Setting} setting
 * @param {string} id a prefix for the ids of the form
 * @param {{answer: (prompt: any, value: any, typing: boolean) => void, skip: (prompt: any, skipped: boolean) => void, done: () => void, notToday: () => void}} acts
 */
export function drawForm(entry, setting, id, acts) {
  const { exercise, words, text, links, language } = setting;
  const asked = exercise.prompts.filter((/** @type {any} */ prompt) => prompt.kind !== "link" || links[prompt.id]?.length); // a link has to have somewhere to lead
  const prompts = new Map(asked.map((/** @type {any} */ prompt) => [prompt.id, drawPrompt({
    prompt, id: `${id}-${prompt.id}`, words, text, language, links: links[prompt.id] ?? [],
    value: valueOf(entry, prompt), skipped: entry.skipped.includes(prompt.id),
    change: (value, typing) => acts.answer(prompt, value, typing),
    skip: (skipped) => acts.skip(prompt, skipped),
  })]));
  const foot = h("div", { class: "ns-foot" },
    button(words.done, acts.done, "ns-btn ns-btn-main"),
    button(words["not-today"], acts.notToday));
  return { node: h("div", { class: "ns-form" }, ...[...prompts.values()].map((prompt) => prompt.node), foot), prompts, foot };
}
