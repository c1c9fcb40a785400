// @ts-check
/** Earlier entries of an exercise, newest first: read, change, delete and undo. */
import { dayInWords } from "./clock.js";
import { button, h, say } from "./dom.js";
import { answered, valueOf } from "./entry.js";
import { inWords, ownLine, review } from "./review.js";

/**
 * The line under an entry: its day, whether it is in progress, and its short answers.
 * @param {import("./entry.js").Entry} entry @param {import("./review.js").Setting} setting
 */
function meta(entry, setting) {
  const own = ownLine(entry, setting), answers = setting.exercise.prompts.filter((/** @type {any} */ prompt) => answered(valueOf(entry, prompt))).length;
  const brief = setting.exercise.prompts.filter((/** @type {any} */ prompt) => prompt.kind === "choice" && valueOf(entry, prompt)).map((/** @type {any} */ prompt) => inWords(prompt, valueOf(entry, prompt), setting)).filter((/** @type {string} */ words) => words.length < 24);
  return [own ? dayInWords(entry.for_date ?? entry.made_at.slice(0, 10), setting.language) : say(setting.words.answers, { n: answers }), entry.status === "draft" && setting.words["in-progress"], ...brief].filter(Boolean).join(" · ");
}

/**
 * @param {import("./entry.js").Entry[]} entries
 * @param {number} more how many older ones there are
 * @param {import("./review.js").Setting} setting
 * @param {{change: (entry: import("./entry.js").Entry) => void, remove: (entry: import("./entry.js").Entry, gone: boolean) => void, older: () => void}} acts
 */
export function drawEntries(entries, more, setting, acts) {
  const { words } = setting;
  const items = entries.map((entry) => {
    const when = dayInWords(entry.for_date ?? entry.made_at.slice(0, 10), setting.language), about = h("span", { class: "ns-vh" }, ` ${say(words["note-of"], { day: when })}`);
    if (entry.deleted_at) {
      return h("li", { class: "ns-entry", "data-entry": entry.id }, h("p", { class: "ns-meta" }, words.deleted), button([words.undo, about], () => acts.remove(entry, false), "ns-text-btn", { "data-undo": entry.id }));
    }
    return h("li", { class: "ns-entry", "data-entry": entry.id },
      h("p", { class: "ns-own-words" }, ownLine(entry, setting) || when),
      h("p", { class: "ns-meta" }, meta(entry, setting)),
      h("details", {}, h("summary", {}, words["show-all"], about.cloneNode(true)), review(entry, setting)),
      h("div", { class: "ns-entry-acts" },
        button([words.change, about.cloneNode(true)], () => acts.change(entry), "ns-text-btn"),
        button([words.delete, about], () => acts.remove(entry, true), "ns-text-btn")));
  });
  return h("div", { class: "ns-earlier", hidden: !items.length },
    h("h3", { tabindex: -1 }, words.earlier),
    h("ul", {}, ...items),
    more ? button(say(words.older, { more }), acts.older) : null);
}
