// @ts-check
/** Where help is: the list of this place, which the group leader has filled in, then the lines of every country. It is all in the page already. */
import { dayInWords } from "../../../prompts/static/clock.js";
import { h, inParts, say } from "../../../prompts/static/dom.js";
import { drawCall, drawParts } from "../../../prompts/static/help.js";
import { given, words } from "./given.js";
import { drawSheet } from "./sheet.js";

function drawHere() {
  const { help, lines } = given, { lang } = document.documentElement;
  if (!help) return h("p", { class: "ns-hint" }, words["help-none"]);
  return h("section", { class: "ns-part-now" },
    h("h3", {}, help.place ? say(words["help-place"], { place: help.place }) : words["help-here"]),
    ...(help.emergency ? inParts(help.emergency, "room-emergency") : []),
    h("ul", { class: "ns-calls" }, ...help.lines.map((/** @type {any} */ line) => drawCall(line, lang, lines.words))),
    help.checked_on && h("p", { class: "ns-call-more" }, say(words["help-checked"], { day: dayInWords(help.checked_on, lang) })));
}

/** @returns {() => void} opens it */
export const drawHelping = () => drawSheet(words.help, h("div", { class: "room-help" }, drawHere(), ...drawParts(given.lines, "", () => {})));
