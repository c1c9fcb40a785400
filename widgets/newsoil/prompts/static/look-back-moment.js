// @ts-check
/** A kind moment, or a hard one: one note at a time, the newest first, and always a way to put it away. */
import { dayInWords } from "./clock.js";
import { button, h, say, toolButton } from "./dom.js";

const GROUNDING = "grounding";

/**
 * @param {import("./look-back.js").Back} back @param {string} mood @param {HTMLElement} into @param {() => void} putAway
 * @param {number} [after] how many newer ones were shown already
 */
export async function drawMoment(back, mood, into, putAway, after = 0) {
  const { words, language } = back, { note, more, sentence } = await back.ask({ kind: "moment", mood, after });
  if (!note) {
    into.replaceChildren(h("section", { class: "ns-sheet ns-moment" }, h("p", { tabindex: -1, role: "status" }, sentence ?? words[`none-${mood}`])));
    return;
  }
  const day = dayInWords(note.about, language), read = button(words.read, () => back.open(note.id, read), "ns-text-btn"), heading = h("h2", { id: "ns-moment", tabindex: -1 }, note.title);
  into.replaceChildren(h("section", { class: "ns-sheet ns-moment", "aria-labelledby": heading.id },
    mood === "hard" ? h("p", { class: "ns-hint" }, say(words["hard-first"], { day })) : null,
    heading, h("p", { class: "ns-meta" }, day), note.words ? h("p", { class: "ns-own-words" }, note.words) : null,
    h("div", { class: "ns-acts" }, more ? button(words.another, () => drawMoment(back, mood, into, putAway, after + 1)) : null, button(words["put-away"], putAway)),
    h("div", { class: "ns-acts ns-more-acts" }, read, mood === "hard" ? toolButton(words.pause, GROUNDING) : null)));
  heading.focus();
}
