// @ts-check
/** Two versions of a one-off reflection, side by side: the newest, and an earlier one that the person chooses. Nothing is compared for them. */
import { dayInWords } from "./clock.js";
import { h } from "./dom.js";
import { answered, begun, valueOf } from "./entry.js";
import { inWords } from "./review.js";

/**
 * @param {import("./entry.js").Entry[]} entries all that the page knows
 * @param {import("./review.js").Setting} setting
 * @returns {HTMLElement | null} nothing before there are two
 */
export function drawVersions(entries, setting) {
  const { exercise, words, text, language } = setting;
  const versions = entries.filter((entry) => !entry.deleted_at && entry.status !== "not-today" && begun(entry)).sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
  if (exercise.kind !== "one-off" || versions.length < 2) return null;
  const [newest, ...earlier] = versions, id = `ns-${exercise.id}-version`;
  /** @param {import("./entry.js").Entry} entry */
  const day = (entry) => dayInWords((entry.for_date ?? entry.made_at).slice(0, 10), language);
  const which = h("select", { id, on: { change: draw } }, ...earlier.map((entry, at) => h("option", { value: at }, day(entry))));
  const both = h("div", { class: "ns-both" });
  function draw() {
    const other = earlier[+which.value];
    /** @param {import("./entry.js").Entry} entry @param {any} prompt */
    const said = (entry, prompt) => h("div", {}, h("p", { class: "ns-meta" }, day(entry)), h("p", { class: "ns-version-words" }, answered(valueOf(entry, prompt)) ? inWords(prompt, valueOf(entry, prompt), setting) : words["left-blank"]));
    const asked = exercise.prompts.filter((/** @type {any} */ prompt) => [other, newest].some((entry) => answered(valueOf(entry, prompt))));
    both.replaceChildren(...asked.map((/** @type {any} */ prompt) => h("section", { class: "ns-pair" }, h("h4", {}, text(prompt.label)), said(other, prompt), said(newest, prompt))));
  }
  draw();
  return h("details", { class: "ns-versions" }, h("summary", {}, words["side-by-side"]), h("label", { class: "ns-hint", for: id }, words["version-of"]), which, both);
}
