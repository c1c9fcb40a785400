// @ts-check
/** One note, whole: its answers under their questions, how it was before, where it leads. And one card that hides everything else. */
import { dayInWords } from "./clock.js";
import { button, h, say } from "./dom.js";
import { drawLine } from "./look-back-line.js";
import { wayTo } from "./way-to.js";

const CARD = "ns-alone";

/** Answers under their questions. @param {any[]} told */
function drawSaid(told) {
  return h("dl", { class: "ns-said" }, ...told.flatMap(({ label, lines, own, columns, rows, groups }) => [h("dt", {}, label),
    ...lines.map((/** @type {string} */ line) => h("dd", { class: own && "ns-own-words" }, line)),
    ...(rows.length ? [h("dd", {}, h("ul", {}, ...rows.map((/** @type {string[]} */ cells) => h("li", {}, ...drawCells(columns, cells)))))] : []),
    ...groups.map((/** @type {[string, string[]]} */ [name, held]) => h("dd", {}, h("strong", {}, name), h("ul", {}, ...held.map((one) => h("li", {}, one))))),
  ]));
}

/** A row: its first cell, then the others, each with its column's name. @param {string[]} columns @param {string[]} cells */
const drawCells = (columns, cells) => cells.flatMap((cell, at) => cell ? [at ? h("span", { class: "ns-of-row" }, h("span", { class: "ns-meta" }, `${columns[at]}: `), cell) : h("span", { class: "ns-own-words" }, cell)] : []);

/** Take the card away, if there is one. */
export function closeCard() {
  for (const card of document.querySelectorAll(`.${CARD}`)) card.remove();
}

/**
 * Show something alone, over everything else, until it is put away. It can be printed so.
 * @param {import("./look-back.js").Back} back @param {HTMLElement[]} content @param {string} name what a screen reader calls it
 */
export function showCard({ words }, content, name) {
  closeCard();
  const from = /** @type {HTMLElement | null} */ (document.activeElement), body = h("div", { class: "ns-sheet ns-alone-body", tabindex: -1 }, ...content);
  const card = h("dialog", { class: CARD, "aria-label": name }, body, h("div", { class: "ns-acts" }, button(words["card-close"], () => card.close()), button(words["card-print"], () => window.print(), "ns-text-btn")));
  card.addEventListener("close", () => (card.remove(), from?.focus()));
  document.body.append(card);
  card.showModal();
  body.focus();
}

/** @param {import("./look-back.js").Back} back @param {any} reply @param {() => void} leave */
export function drawNote(back, { note, sentence }, leave) {
  const { words, language } = back, day = (/** @type {string} */ at) => dayInWords(at.slice(0, 10), language), out = button(words.back, leave, "ns-btn", { "data-back": true });
  if (!note) return h("section", { class: "ns-sheet ns-note" }, h("h2", { tabindex: -1 }, words.find), h("p", {}, sentence), h("div", { class: "ns-acts" }, out));
  const heading = h("h2", { id: "ns-note", tabindex: -1 }, note.title), [made, changed] = [note.made, note.changed].map(day);
  const dates = [note.about !== note.made.slice(0, 10) && say(words["note-day"], { day: dayInWords(note.about, language) }), made === changed ? say(words["note-made"], { day: made }) : say(words["note-changed"], { made, changed })].filter(Boolean).join(" · ");
  const alone = () => showCard(back, [h("h2", {}, note.title), h("p", { class: "ns-meta" }, dayInWords(note.about, language)), drawSaid(note.said)], note.title);
  return h("section", { class: "ns-sheet ns-note", "aria-labelledby": heading.id, "data-entry": note.id }, h("header", {}, heading, h("p", { class: "ns-meta" }, dates)), drawSaid(note.said),
    note.links.length ? h("div", { class: "ns-leads" }, h("h3", {}, words["note-links"]), h("ul", { class: "ns-listing" }, ...note.links.map((/** @type {any} */ one) => drawLine(back, one, true)))) : null,
    note.earlier.length ? h("details", {}, h("summary", {}, words["note-earlier"]), ...note.earlier.map((/** @type {any} */ one) => h("div", { class: "ns-former" }, h("h3", {}, say(words["note-at"], { day: day(one.at) })), drawSaid(one.said)))) : null,
    h("div", { class: "ns-acts" }, out, button(words["note-alone"], alone)),
    note.stage ? h("p", { class: "ns-hint" }, h("a", wayTo(note.stage, note.exercise, note.notebook), words["note-go"]), ` ${words["note-go-says"]}`) : null);
}
