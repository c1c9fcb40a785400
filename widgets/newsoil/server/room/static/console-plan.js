// @ts-check
/** The plan of the meeting: each block with its time by the clock, and the way to go there. */
import { h } from "../../../prompts/static/dom.js";
import { blockMinutes } from "./console-block.js";
import { askToGo } from "./console-go.js";
import { listing, mark, part, pressed, reveal, write } from "./console-live.js";
import { onTheClock, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {import("./console-live.js").Act} act */
export function planPart(act) {
  /** @type {View} */
  let view = {};
  const list = h("ol", { class: "con-plan" }), hint = h("p", { class: "ns-meta" });
  const node = part("plan-of", said("plan-title"), hint, list);

  const draw = listing(list, (/** @type {View} */ block) => `${block.id} ${block.title}`, (block) => {
    const at = h("span", { class: "con-at" }), name = h("span", {}, block.title), button = pressed(block.title, () => askToGo(view, block, act), "ns-text-btn");
    const row = h("li", {}, at, name, button, h("span", { class: "con-long" }, blockMinutes(block.minutes)));
    return {
      node: row,
      /** @param {View} now */
      show(now) {
        const current = view.phase === "running" && view.blocks[view.place].id === now.id, running = view.phase === "running";
        write(at, view.started === null ? `${Math.floor(now.start / 60)}:${String(now.start % 60).padStart(2, "0")}` : onTheClock(view.started + now.start * 60, view.clock.offset));
        mark(row, "aria-current", current ? "step" : null);
        row.toggleAttribute("data-past", running && view.blocks.indexOf(now) < view.place);
        reveal(button, running && !current);
        reveal(name, !running || current);
      },
    };
  });
  return {
    node,
    /** @param {View} now */
    show(now) {
      view = now;
      const all = now.blocks.reduce((/** @type {number} */ sum, /** @type {View} */ one) => sum + one.minutes, 0);
      write(hint, now.phase === "running" ? said("plan-hint") : said("plan-minutes", { n: all }));
      reveal(node, now.phase !== "over");
      draw(now.blocks);
    },
  };
}
