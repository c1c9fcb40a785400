// @ts-check
/** The block in which the group is: its time, what moves it on, and what a facilitator says and does in it. */
import { h, inParts } from "../../../prompts/static/dom.js";
import { mark, part, reveal, write } from "./console-live.js";
import { movesPart } from "./console-moves.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** What is left, in words. @param {number | null} left */
function leftInWords(left) {
  if (left === null) return "–";
  if (left > 60) return said("minutes", { n: Math.ceil(left / 60) });
  if (left > 0) return said("under-a-minute");
  return left > -60 ? said("time-over") : said("time-over-by", { n: Math.floor(-left / 60) });
}

/** @param {string} name @param {string[]} lines @param {string} [title] */
function saidOrDone(name, lines, title) {
  const one = name === "say" ? lines.map((line) => h("blockquote", {}, ...inParts(line))) : [h("ul", { class: "con-dots" }, ...lines.map((line) => h("li", {}, line)))];
  return lines.length ? h("div", { class: `con-${name}` }, title && h("h3", {}, title), ...one) : null;
}

/** All that stands in a plan for a block. @param {View} block */
const written = (block) => [
  block.safety && h("div", { class: "con-safety" }, h("h3", {}, said("take-care")), ...inParts(block.safety)),
  saidOrDone("say", block.say, said("say")),
  saidOrDone("do", block.do, said("do")),
  saidOrDone("things", [...block.materials, ...block.cards], said("at-hand")),
  h("p", { class: "con-aim" }, h("b", {}, said("aim")), ` ${block.aim}`),
];

/** @param {string} key */
function fact(key) {
  const value = h("dd"), node = h("div", {}, h("dt", {}, said(key)), value);
  return { node, value };
}

/** @param {import("./console-live.js").Act} act @param {() => void} end what asks whether to end the meeting */
export function blockPart(act, end) {
  const left = fact("time-left"), ready = fact("ready"), more = fact("more-time"), turn = fact("turn"), code = fact("join-code");
  const moves = movesPart(act, end), text = h("div", { class: "con-text" }), kind = h("p", { class: "ns-meta" });
  const facts = h("dl", { class: "con-facts" }, ...[left, ready, more, turn, code].map((one) => one.node));
  const node = part("block", "", facts, moves.node, text);
  const title = /** @type {HTMLElement} */ (node.querySelector("h2"));
  node.prepend(kind);
  let drawn = "";

  /** @param {View} view */
  function tick(view) {
    write(left.value, leftInWords(view.now.left));
    mark(left.node, "data-over", (view.now.left ?? 1) <= 0 ? "" : null);
    reveal(turn.node, Boolean(view.now.turn));
    if (view.now.turn) write(turn.value, said("turn-of", { turn: view.now.turn, all: view.block.turns }));
  }
  return {
    node,
    moves,
    tick,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "running");
      write(title, view.block.title);
      write(kind, said("now-place", { place: view.place + 1, all: view.blocks.length }));
      write(ready.value, String(view.ready));
      write(more.value, String(view.more));
      write(code.value, view.open ? view.code : said("code-over"));
      moves.show(view);
      if (drawn !== (drawn = JSON.stringify(view.block))) text.replaceChildren(...written(view.block).filter((/** @type {any} */ one) => one));
      tick(view);
    },
  };
}

/** How much time a block has, for lists. @param {number} n */
export const blockMinutes = (n) => counted(n, "minute-one", "minute-many");
