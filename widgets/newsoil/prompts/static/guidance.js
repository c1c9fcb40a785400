// @ts-check
/** The words around a form: what leads to it, and what holds when it is done. */
import { helpName, inParts, leadingToHelp, wayToHelp } from "./dom.js";

/**
 * A text of the exercise as paragraphs.
 * @param {any} said @param {string} look @param {import("./review.js").Setting} setting
 * @returns {any[]}
 */
export const paragraphs = (said, look, { text }) => inParts(text(said), look);

/**
 * What the exercise says after its form, and whether it speaks of danger: it then names the page's way to help, and leads there.
 * @param {import("./review.js").Setting} setting
 */
export function guidance(setting) {
  const help = helpName() ?? "", danger = Boolean(help) && setting.text(setting.exercise.after).includes(help);
  const said = paragraphs(setting.exercise.after, "ns-after", setting);
  for (const one of danger ? said : []) one.replaceChildren(...leadingToHelp(one.textContent));
  return { danger, said, way: danger && wayToHelp("ns-after") };
}

/** What is said of an exercise that the person chose to practise. Nothing is asked of them for it. @param {number | undefined} chosen how many they chose, where this is one @param {Record<string, string>} words */
export const inPractice = (chosen, words) => chosen ? words[chosen === 2 ? "practice-of-two" : "practice"] : "";
