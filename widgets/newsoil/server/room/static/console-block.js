// @ts-check
/** The block in which the group is: its time, what moves it on, and what waits for a facilitator meanwhile. */
import { h } from "../../../prompts/static/dom.js";
import { mark, part, pressed, reveal, write } from "./console-live.js";
import { movesPart } from "./console-moves.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** What is left, in words. @param {number | null} left */
function leftInWords(left) {
  if (left === null) return "–";
  if (left > 60) return said("minutes", { n: Math.ceil(left / 60) });
  if (left > 0) return said("under-a-minute");
  return left > -60 ? said("no-time-left") : said("no-time-left-by", { n: Math.floor(-left / 60) });
}

/** Give the focus to a heading further down. @param {string} heading */
function goTo(heading) {
  const node = /** @type {HTMLElement | null} */ (document.querySelector(heading));
  node?.focus();
}

/** @param {string} key */
function fact(key) {
  const value = h("dd"), node = h("div", {}, h("dt", {}, said(key)), value);
  return { node, value };
}

/** @param {import("./console-live.js").Act} act @param {() => void} end what asks whether to end the meeting */
export function blockPart(act, end) {
  const left = fact("time-left"), ready = fact("ready"), more = fact("more-time"), turn = fact("turn"), code = fact("join-code");
  const moves = movesPart(act, end), kind = h("p", { class: "ns-meta" });
  const notes = pressed("", () => goTo(".con-parking h2"), "ns-text-btn"), asking = pressed("", () => goTo(".con-words h2"), "ns-text-btn");
  const waiting = h("div", { class: "con-waiting" }, asking, notes);
  const facts = h("dl", { class: "con-facts" }, ...[left, ready, more, turn, code].map((one) => one.node));
  ready.value.dataset.ready = more.value.dataset.more = "";
  const node = part("block", "", facts, moves.node, waiting);
  const title = /** @type {HTMLElement} */ (node.querySelector("h2"));
  node.prepend(kind);

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
      const fresh = view.parked.filter((/** @type {View} */ note) => note.became === "new").length, words = view.wanted.length + view.unnamed;
      write(notes, counted(fresh, "new-notes-one", "new-notes-many"));
      write(asking, counted(words, "words-one", "words-many"));
      reveal(notes, fresh > 0);
      reveal(asking, words > 0);
      reveal(waiting, fresh + words > 0);
      tick(view);
    },
  };
}

/** How much time a block has, for lists. @param {number} n */
export const blockMinutes = (n) => counted(n, "minute-one", "minute-many");
