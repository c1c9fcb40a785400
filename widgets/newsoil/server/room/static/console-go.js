// @ts-check
/** Moving the group: at once, or asked for once where it would break a question off. */
import { askOnce } from "./console-ask.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */
/** @typedef {import("./console-live.js").Act} Act */

const isAsking = (/** @type {View} */ view) => view.pulse.state === "open";

/** What would be lost, where something would. @param {View} view */
export const wouldBeVoid = (view) => (isAsking(view) ? [said("pulse-would-be-void")] : []);

/** @param {View} view @param {View} block @param {Act} act */
export const askToGo = (view, { id, title }, act) => askOnce({
  title: said("go-title", { title }), says: [said("go-says"), ...wouldBeVoid(view)], no: said("stay-here"),
  yes: [[said("move-to", { title }), () => act({ kind: "move", block: id })]],
});

/** @param {View} view @param {View} block @param {Act} act */
export function goOn(view, block, act) {
  if (isAsking(view)) askToGo(view, block, act);
  else act({ kind: "move", block: block.id });
}
