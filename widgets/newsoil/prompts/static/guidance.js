// @ts-check
/** The words around a form: what leads to it, and what holds when it is done. */
import { h, inParts, wayToHelp } from "./dom.js";

/**
 * A text of the exercise as paragraphs.
 * @param {any} said @param {string} look @param {import("./review.js").Setting} setting
 * @returns {any[]}
 */
export const paragraphs = (said, look, { text }) => inParts(text(said), look);

/** Words in which the name of the page's way to help, in its quotes, leads there. @param {string} words @param {string} help */
function leading(words, help) {
  const [first, ...others] = words.split(`“${help}”`);
  return [first, ...others.flatMap((rest) => [h("a", { href: "#support", "data-jump": "support" }, `“${help}”`), rest])];
}

/**
 * What the exercise says after its form, and whether it speaks of danger: it then names the page's way to help, and leads there.
 * @param {import("./review.js").Setting} setting
 */
export function guidance(setting) {
  const help = document.querySelector(".ns-btn-help")?.textContent ?? "", danger = Boolean(help) && setting.text(setting.exercise.after).includes(help);
  const said = paragraphs(setting.exercise.after, "ns-after", setting);
  for (const one of danger ? said : []) one.replaceChildren(...leading(one.textContent, help));
  return { danger, said, way: danger && wayToHelp("ns-after") };
}

/** What is said of an exercise that the person chose to practise. Nothing is asked of them for it. @param {number | undefined} chosen how many they chose, where this is one @param {Record<string, string>} words */
export const inPractice = (chosen, words) => chosen ? words[chosen === 2 ? "practice-of-two" : "practice"] : "";
