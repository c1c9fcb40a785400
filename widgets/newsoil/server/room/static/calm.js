// @ts-check
/** A pause for one person. It is on this phone alone: nobody is told, nothing counts, and it ends when they want it to. */
import { h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { drawSheet } from "./sheet.js";

/** @returns {() => void} opens it */
export const drawCalm = () => drawSheet(words.pause, h("p", { class: "ns-hint" }, words["pause-told"]), h("ol", { class: "room-calm" },
  ...["look", "feet", "breath"].map((step) => h("li", {}, words[`pause-${step}`]))), h("p", { class: "room-calm-stay" }, words["pause-stay"]));
