// @ts-check
/** The words around a form: what leads to it, and what holds when it is done. */
import { h } from "./dom.js";

/**
 * A text of the exercise as paragraphs.
 * @param {any} said @param {string} look @param {import("./review.js").Setting} setting
 * @returns {any[]}
 */
export const paragraphs = (said, look, { text }) => text(said).split(/\n\n+/).filter(Boolean).map((one) => h("p", { class: look }, one));

/**
 * What the exercise says after its form. Words that name the page's way to help speak of danger: they are drawn as plainly as the
 * questions, and the way itself stands below them.
 * @param {import("./review.js").Setting} setting
 */
export function guidance(setting) {
  const help = document.querySelector(".ns-btn-help")?.textContent ?? "", danger = Boolean(help) && setting.text(setting.exercise.after).includes(help);
  const said = paragraphs(setting.exercise.after, danger ? "ns-after ns-danger" : "ns-after", setting);
  return { danger, said, way: danger && h("p", { class: "ns-after" }, h("a", { class: "ns-btn ns-btn-help", href: "#support", "data-jump": "support" }, help)) };
}
