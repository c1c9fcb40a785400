// @ts-check
/** Two versions of a one-off reflection, side by side: the newest, and an earlier one that the person chooses. Nothing is compared for them. */
import { h } from "./dom.js";
import { answeredIn, begun, dayIn, isNote } from "./entry.js";
import { saidIn } from "./review.js";

/**
 * @param {import("./entry.js").Entry[]} entries all that the page knows
 * @param {import("./review.js").Setting} setting
 * @returns {HTMLElement | null} nothing before there are two
 */
export function drawVersions(entries, setting) {
  const { exercise, words, text, language } = setting;
  const versions = entries.filter((entry) => !entry.deleted_at && isNote(entry) && begun(entry)).sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
  if (exercise.kind !== "one-off" || versions.length < 2) return null;
  const [newest, ...earlier] = versions, id = `ns-${exercise.id}-version`;
  const which = h("select", { id, on: { change: draw } }, ...earlier.map((entry, at) => h("option", { value: at }, dayIn(entry, language))));
  const both = h("div", { class: "ns-both" });
  function draw() {
    const other = earlier[+which.value];
    /** @param {import("./entry.js").Entry} entry @param {any} prompt */
    const said = (entry, prompt) => h("div", {}, h("p", { class: "ns-meta" }, dayIn(entry, language)), h("p", { class: "ns-version-words" }, answeredIn(entry, exercise).includes(prompt) ? saidIn(entry, prompt, setting) : words["left-blank"]));
    const asked = exercise.prompts.filter((/** @type {any} */ prompt) => [other, newest].some((entry) => answeredIn(entry, exercise).includes(prompt)));
    both.replaceChildren(...asked.map((/** @type {any} */ prompt) => h("section", { class: "ns-pair" }, h("h4", {}, text(prompt.label)), said(other, prompt), said(newest, prompt))));
  }
  draw();
  return h("details", { class: "ns-versions" }, h("summary", {}, words["side-by-side"]), h("label", { class: "ns-hint", for: id }, words["version-of"]), which, both);
}
