// @ts-check
/** Question: one for the day, the same all day, and room to write about it. Another one can be taken until something is written. */
import { dayOf } from "../clock.js";
import { button, h } from "../dom.js";
import { drawWriting } from "./writing.js";

const A_DAY = 86400000;

/**
 * The words of a question: one of the guide's by its id, one of the person's own as it is.
 * @param {any} prompt @param {string} asked @param {(text: any) => string} text
 * @returns {string}
 */
export const questionOf = (prompt, asked, text) => text(prompt.questions.find((/** @type {any} */ one) => one.id === asked)?.label ?? asked);

/** @type {import("./kind.js").Draw} */
export function drawQuestion(place) {
  const { prompt, id, words, text, own, change } = place;
  /** @type {string[]} */
  const all = [...prompt.questions.map((/** @type {any} */ one) => one.id), ...own];
  let asked = all[Math.floor(Date.parse(dayOf()) / A_DAY) % all.length];
  const says = h("label", { class: "ns-asked", for: id, "aria-live": "polite" });
  const field = drawWriting({ ...place, prompt: { kind: "text", lines: prompt.lines }, change: (said, typing) => {
    change(said ? { question: asked, text: said } : null, typing);
    another.hidden = all.length < 2 || Boolean(said);
  } });
  const another = button(words["another-question"], () => ask(all[(all.indexOf(asked) + 1) % all.length]), "ns-text-btn");
  /** @param {string} question */
  function ask(question) {
    asked = question;
    says.textContent = questionOf(prompt, asked, text);
  }
  return {
    node: h("div", { class: "ns-of-the-day" }, says, h("div", { class: "ns-acts" }, another), field.node),
    /** @param {{question: string, text: string} | null} value */
    show: (value) => {
      ask(value?.question ?? asked);
      field.show(value?.text ?? null);
      another.hidden = all.length < 2 || Boolean(value);
    },
  };
}
