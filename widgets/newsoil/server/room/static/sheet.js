// @ts-check
/** A sheet over the page: help, or a pause. What lies under it stays as it is, and leaving quickly is on it too. */
import { button, h } from "../../../prompts/static/dom.js";
import { leaveQuickly } from "./away.js";
import { words } from "./given.js";

let sheets = 0;

/** @param {string} title @param {...Node} holds @returns {() => void} opens it */
export function drawSheet(title, ...holds) {
  const id = `sheet-${++sheets}`, heading = h("h2", { id, tabindex: -1, autofocus: true }, title);
  const dialog = h("dialog", { class: "room-sheet", "aria-labelledby": id }, heading, ...holds, h("div", { class: "ns-acts room-sheet-acts" },
    button(words.back, () => dialog.close(), "ns-btn ns-btn-main"), button(words.leave, leaveQuickly)));
  document.body.append(dialog);
  return () => dialog.open || dialog.showModal();
}
