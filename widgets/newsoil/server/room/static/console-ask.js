// @ts-check
/** Asking once before something that cannot be taken back. The focus begins at the answer that changes nothing. */
import { h } from "../../../prompts/static/dom.js";
import { pressed } from "./console-live.js";

/**
 * @param {{ title: string, says: string[], yes: [string, () => void][], no: string }} about
 */
export function askOnce({ title, says, yes, no }) {
  /** @type {HTMLDialogElement} */
  const dialog = h("dialog", { class: "con-dialog ns-sheet", "aria-labelledby": "asked", on: { close: () => dialog.remove() } });
  const leave = pressed(no, () => dialog.close(), "ns-btn", { autofocus: true });
  const choices = yes.map(([text, act]) => pressed(text, () => { dialog.close(); act(); }));
  dialog.append(h("h2", { id: "asked" }, title), ...says.map((one) => h("p", {}, one)), h("div", { class: "ns-acts" }, leave, ...choices));
  document.body.append(dialog);
  dialog.showModal();
}
