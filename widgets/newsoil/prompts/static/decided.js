// @ts-check
/**
 * What an entry's answers come to: in words, with the answers that made it so, and what may come next. Never a verdict. What the guide says
 * of it is left out after a yes at the gate, since most of that speaks of two people.
 */
import { dayInWords } from "./clock.js";
import { h, inParts, say, toolButton, wayToHelp } from "./dom.js";
import { answeredIn } from "./entry.js";
import { inWords, saidIn } from "./review.js";

/** @typedef {{result: string, rule: number, because: string[], earlier: string[]}} Decided */

/** The result that answers came to. @param {any} decision @param {Decided | null | undefined} decided */
export const resultOf = (decision, decided) => decision?.results.find((/** @type {any} */ one) => one.id === decided?.result);

/**
 * @param {import("./entry.js").Entry} entry
 * @param {Decided | null | undefined} decided
 * @param {import("./review.js").Setting & {decision?: any, afraid?: () => boolean}} setting
 * @returns {HTMLElement | null} nothing while the answers come to nothing, or to a result of which nothing is said
 */
export function drawDecided(entry, decided, setting) {
  const { decision, exercise, words, text, language } = setting, result = resultOf(decision, decided);
  if (!decided || !result?.title) return null;
  const rule = decision.rules[decided.rule], afraid = Boolean(setting.afraid?.());
  /** @param {string} id */
  const asked = (id) => exercise.prompts.find((/** @type {any} */ one) => one.id === id);
  const given = answeredIn(entry, exercise), answers = decided.because.map(asked).filter((prompt) => given.includes(prompt));
  const own = decision.own && entry.answers[decision.own], differs = own && own !== decided.result && !result.like.includes(own);
  return h("div", { class: result.danger ? "ns-decided ns-decided-danger" : "ns-decided", "data-result": result.id },
    differs ? h("p", { class: "ns-decided-own" }, say(words["decided-own"], { view: inWords(asked(decision.own), own, setting) })) : null,
    h("h3", {}, text(result.title)),
    ...inParts(text(result.says)),
    result.danger ? wayToHelp() : null,
    steps(result.danger ? [] : result.next.filter((/** @type {any} */ step) => !(afraid && step.together)), setting),
    h("details", { class: "ns-why" }, h("summary", {}, words["decided-why"]),
      answers.length ? h("dl", { class: "ns-review" }, ...answers.flatMap((prompt) => [h("dt", {}, text(prompt.label)), h("dd", {}, saidIn(entry, prompt, setting))])) : null,
      decided.earlier.length ? h("p", {}, say(words["decided-earlier"], { days: decided.earlier.map((day) => dayInWords(day, language)).join(", ") })) : null,
      ...(afraid ? [] : rule.says).map((/** @type {string} */ said) => h("p", {}, say(words["decided-guide"], { says: said }))),
      rule.ours ? h("p", {}, say(words["decided-ours"], { ours: text(rule.ours) })) : null,
      h("p", { class: "ns-meta" }, words["decided-not"])));
}

/**
 * What may come next: words, an exercise of this page or of another stage, a tool for right now.
 * @param {any[]} next @param {any} setting
 */
function steps(next, { decision, text, place }) {
  if (!next.length) return null;
  return h("ul", { class: "ns-next" }, ...next.map((step) => {
    const says = text(step.says), to = step.exercise && decision.exercises[step.exercise];
    if (step.tool) return h("li", {}, toolButton(says, step.tool));
    if (!to) return h("li", {}, says);
    const here = place.querySelector(`#ns-${step.exercise}`);
    return h("li", {}, here ? h("a", { href: `#ns-${step.exercise}`, "data-jump": `ns-${step.exercise}` }, says) : document.querySelector("[data-stage-list], nav [href^='#/']") ? h("a", { href: `#/${to.stage}/${step.exercise}` }, says) : says, here ? null : h("span", { class: "ns-meta" }, ` ${to.title}`));
  }));
}
