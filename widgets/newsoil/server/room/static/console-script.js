// @ts-check
/** What the plan says for a block: what to take care of, what a facilitator can say and does, what is at hand, and what it is for. */
import { h, inParts } from "../../../prompts/static/dom.js";
import { part, reveal } from "./console-live.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {string[]} lines */
const dots = (lines) => [h("ul", { class: "con-dots" }, ...lines.map((line) => h("li", {}, line)))];

/** @param {string} name @param {string} title @param {string[]} lines @param {(lines: string[]) => HTMLElement[]} as */
const some = (name, title, lines, as) => lines.length > 0 && h("div", { class: `con-${name}` }, h("h3", {}, title), ...as(lines));

/** All that stands in a plan for a block. @param {View} block */
const written = (block) => [
  some("safety", said("take-care"), block.safety ? [block.safety] : [], (lines) => lines.flatMap((line) => inParts(line))),
  some("say", said("say"), block.say, (lines) => lines.map((line) => h("blockquote", {}, ...inParts(line)))),
  some("do", said("do"), block.do, dots),
  some("things", said("at-hand"), block.materials, dots),
  some("cards", said("cards"), block.cards, dots),
  h("p", { class: "con-aim" }, h("b", {}, said("aim")), ` ${block.aim}`),
];

export function scriptPart() {
  const text = h("div", { class: "con-text" }), node = part("script", said("script-title"), text);
  let drawn = "";
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "running");
      if (drawn !== (drawn = JSON.stringify(view.block))) text.replaceChildren(...written(view.block).filter((one) => one));
    },
  };
}
