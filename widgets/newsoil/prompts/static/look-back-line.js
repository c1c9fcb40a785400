// @ts-check
/** A note in a list: its day and its exercise, a line of it, and a way to read it whole. */
import { dayInWords } from "./clock.js";
import { button, h } from "./dom.js";

/**
 * @param {import("./look-back.js").Back} back
 * @param {any} note with `words`, or with `said` around what was found
 * @param {boolean} dated whether its day is said, which a list of one day need not
 */
export function drawLine(back, note, dated) {
  const { words, language } = back, putOff = words[`put-off-${note.status}`];
  const about = [dated && dayInWords(note.about, language), note.title, putOff, note.status === "draft" && words["in-progress"]].filter(Boolean).join(" · ");
  const line = note.said ? [note.said.before, note.said.found && h("mark", {}, note.said.found), note.said.after] : [note.words];
  const read = button(words.read, () => back.open(note.id, read), "ns-text-btn", { "aria-label": `${words.read}: ${note.title}, ${dayInWords(note.about, language)}` });
  return h("li", { class: "ns-listed" }, h("p", { class: "ns-meta" }, about), line.some(Boolean) && h("p", { class: "ns-own-words" }, ...line), putOff ? null : read);
}
