// @ts-check
/** What everybody sees of a block, on the phones and on the wall. */
import { h, inParts } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

/** @param {any} block @param {string} heading @returns {HTMLElement[]} */
export const drawQuestion = ({ kind, question, title, shown }, heading = "h1") => [
  h("p", { class: "room-kind" }, words[`kind-${kind}`]), h(heading, {}, question || title), ...inParts(shown, "room-shown")];
