// @ts-check
/**
 * What a pulse came to, in three words. The bars have three lengths and no others, so that nobody can count them.
 *
 * @typedef {{block: string, question: string, says: string, bands: {says: string, word: "most" | "some" | "few", read: string}[]}} Release
 */
import { h, say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

/** @param {Release} release @param {{heading: string, question: string, needed: number}} how @returns {HTMLElement} */
export function drawRelease({ says, bands }, { heading, question, needed }) {
  const read = bands.map((band) => say(words["band-read"], { band: band.says, word: band.read })).join(" ");
  return h("div", { class: "room-release" },
    question && h("p", { class: "ns-hint" }, question),
    bands.length ? h(heading, {}, says) : h("p", {}, says),
    bands.length > 0 && h("div", { class: "room-bands", role: "img", "aria-label": read }, ...bands.map((band) => h("div", { class: "room-band" },
      h("span", {}, band.says), h("div", { class: `room-bar room-${band.word}` }, band.read)))),
    bands.length > 0 && h("p", { class: "ns-hint" }, say(words["three-words"], { needed })));
}
