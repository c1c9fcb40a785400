// @ts-check
/** Earlier entries of an exercise, newest first: read, change, delete and undo. They are folded until the person opens them, or has ended a note here. */
import { button, h, say } from "./dom.js";
import { answeredIn, dayIn } from "./entry.js";
import { ownLine, review, saidIn } from "./review.js";

/**
 * The line under an entry: its day, whether it is in progress, and its short answers.
 * @param {import("./entry.js").Entry} entry @param {import("./review.js").Setting} setting
 */
function meta(entry, setting) {
  const own = ownLine(entry, setting), given = answeredIn(entry, setting.exercise);
  const brief = given.filter((prompt) => prompt.kind === "choice").map((prompt) => saidIn(entry, prompt, setting)).filter((words) => words.length < 24);
  return [own ? dayIn(entry, setting.language) : say(setting.words.answers, { n: given.length }), entry.status === "draft" && setting.words["in-progress"], ...brief].filter(Boolean).join(" · ");
}

/**
 * @param {import("./entry.js").Entry[]} entries
 * @param {number} more how many older ones there are
 * @param {import("./review.js").Setting} setting
 * @param {{change: (entry: import("./entry.js").Entry) => void, remove: (entry: import("./entry.js").Entry, gone: boolean) => void, older: () => void, list: (open: boolean) => void}} acts
 * @param {boolean} open
 */
export function drawEntries(entries, more, setting, acts, open) {
  const { words } = setting;
  const items = entries.map((entry) => {
    const when = dayIn(entry, setting.language), about = h("span", { class: "ns-vh" }, ` ${say(words["note-of"], { day: when })}`);
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
  return h("details", { class: "ns-earlier", hidden: !items.length, open, on: { toggle: (/** @type {any} */ { target }) => acts.list(target.open) } },
    h("summary", {}, h("h3", {}, words.earlier)),
    h("ul", {}, ...items),
    more ? button(say(words.older, { more }), acts.older) : null);
}
