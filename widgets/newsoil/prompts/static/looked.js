// @ts-check
/** What a file, or the backup of a day, would bring: shown before anything comes in, and what came in afterwards. */
import { dayInWords } from "./clock.js";
import { button, h, say } from "./dom.js";

const FEW = 5;

/** A number of notes in words. @param {number} n @param {Record<string, string>} words */
export const inNotes = (n, words) => n === 1 ? words["notes-one"] : n ? say(words.notes, { n }) : words["notes-none"];

/** Of which exercises the notes are, and from when to when. @param {Record<string, string>} words @param {any} looked */
function drawAbout(words, { exercises = [], first, last }) {
  const language = document.documentElement.lang || "en", [from, to] = [first, last].map((day) => day && dayInWords(day, language));
  const list = h("ul", { class: "ns-looked-of" }, ...exercises.map((/** @type {any} */ one) => h("li", {}, `${one.title} (${inNotes(one.notes, words)})`)));
  return [
    from && h("p", {}, from === to ? say(words["bring-day"], { day: from }) : say(words["bring-days"], { first: from, last: to })),
    exercises.length > FEW ? h("details", {}, h("summary", {}, say(words["bring-of"], { n: exercises.length })), list) : exercises.length ? list : null,
  ];
}

/**
 * What would come in, in words, and the two ways on.
 * @param {Record<string, string>} words @param {any} looked @param {() => void} bringIn @param {() => void} leave
 */
export function drawLooked(words, looked, bringIn, leave) {
  const lines = ["new", "changed", "same", "refused"].filter((name) => looked[name]).map((name) => h("li", {}, say(words[`bring-${name}`], { n: looked[name] })));
  const more = looked.sentences.map((/** @type {string} */ sentence) => h("li", { class: "ns-meta" }, sentence)), brings = looked.new + looked.changed;
  return h("div", { class: "ns-looked", tabindex: -1 }, lines.length || more.length ? h("ul", {}, ...lines, ...more) : null, ...drawAbout(words, looked),
    brings ? null : h("p", {}, words["bring-nothing"]),
    h("div", { class: "ns-acts" }, brings ? button(words["bring-in"], bringIn, "ns-btn ns-btn-main") : null, button(words["bring-not"], leave)));
}

/** What came in, in words. @param {Record<string, string>} words @param {any} brought */
export const drawBrought = (words, brought) => h("p", { class: "ns-result", tabindex: -1 }, `${words["bring-done"]} ${say(words["bring-done-more"], brought)}`);
