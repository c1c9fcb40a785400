// @ts-check
/** What stands where the form was, once it is done for now or put off for today. */
import { button, h } from "./dom.js";
import { review } from "./review.js";

/**
 * @param {string} how `"done"` or `"not-today"`
 * @param {import("./entry.js").Entry} entry
 * @param {import("./review.js").Setting} setting
 * @param {(fresh: boolean) => void} again take up this entry, or a fresh one
 * @returns {any[]}
 */
export function drawRest(how, entry, setting, again) {
  const { exercise, words } = setting, done = how === "done", once = exercise.kind === "one-off";
  /** @param {string} name @param {boolean} fresh */
  const act = (name, fresh) => button(words[name], () => again(fresh));
  return [
    h("div", { class: "ns-rest", tabindex: -1 }, h("p", { class: "ns-lead" }, done ? words["thank-you"] : words["not-today-fine"]), done && exercise.settle && h("p", {}, exercise.settle), h("p", { class: "ns-status", role: "status" })),
    done && once ? review(entry, setting) : "",
    h("div", { class: "ns-acts" }, ...(!done ? [act("open-again", false)] : once ? [act("change", false), act("new-version", true)] : [act("write-another", true)])),
  ];
}
