// @ts-check
/** The form of one entry: its prompts with what stands before some of them, and how to be done with it for now. */
import { button, h, unkept } from "./dom.js";
import { answered, valueOf } from "./entry.js";
import { drawPrompt } from "./prompt.js";

/**
 * @param {import("./entry.js").Entry} entry
 * @param {import("./review.js").Setting} setting
 * @param {string} id a prefix for the ids of the form
 * @param {{answer: (prompt: any, value: any, typing: boolean) => void, skip: (prompt: any, skipped: boolean) => void, done: () => void, putOff: (how: string) => void}} acts
 */
export function drawForm(entry, setting, id, acts) {
  const { exercise, words, text, links, language } = setting, afraid = Boolean(setting.afraid?.()), own = setting.own ?? {};
  const asked = exercise.prompts.filter((/** @type {any} */ prompt) => (prompt.kind !== "link" || links[prompt.id]?.length) // a link has to have somewhere to lead
    && !(afraid && prompt.together && !answered(valueOf(entry, prompt))));
  const prompts = new Map(asked.map((/** @type {any} */ prompt) => [prompt.id, drawPrompt({
    prompt: safe(prompt, afraid, valueOf(entry, prompt)), id: `${id}-${prompt.id}`, words, text, language, links: links[prompt.id] ?? [], own: own[prompt.id] ?? [],
    value: valueOf(entry, prompt), skipped: entry.skipped.includes(prompt.id),
    change: (value, typing) => acts.answer(prompt, value, typing),
    skip: (skipped) => acts.skip(prompt, skipped),
  })]));
  const foot = h("div", { class: "ns-foot" },
    button(words.done, acts.done, "ns-btn ns-btn-main"),
    ...["not-today", "rest"].map((how) => button(words[how], () => acts.putOff(how))));
  /** @param {string} at */
  const before = (at) => (setting.before ?? []).filter((one) => one.at === at).map((one) => one.node);
  // The gate and the result keep their place, whether or not the prompt after them is asked.
  const nodes = exercise.prompts.flatMap((/** @type {any} */ prompt) => [...before(prompt.id), ...(prompts.has(prompt.id) ? [prompts.get(prompt.id).node] : [])]);
  return { node: unkept({ class: "ns-form" }, ...nodes, ...before(""), foot), prompts, foot };
}

/**
 * A prompt without the options and columns that are only for people who are safe with one another, unless one is the answer already.
 * @param {any} prompt @param {boolean} afraid @param {any} value
 */
function safe(prompt, afraid, value) {
  if (!afraid) return prompt;
  const options = prompt.options?.filter((/** @type {any} */ one) => !one.together || one.id === value || (Array.isArray(value) && value.includes(one.id)));
  const groups = prompt.groups?.filter((/** @type {any} */ one) => !one.together || (value ?? []).some((/** @type {any} */ card) => card.group === one.id));
  const columns = prompt.columns?.filter((/** @type {any} */ one) => !one.together);
  return { ...prompt, options, groups, columns };
}
