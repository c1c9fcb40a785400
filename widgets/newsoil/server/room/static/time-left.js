// @ts-check
/** The time of a block, and in pairs and threes whose turn it is. When it is over nothing closes. */
import { h } from "../../../prompts/static/dom.js";
import { inWords, milestones, turnOf } from "./counting.js";
import { words } from "./given.js";

/**
 * @param {{tell: (sentence: string) => void, ended?: () => void, more?: HTMLElement}} how
 * @returns {{node: HTMLElement, show: (state: any) => void, tick: (state: any) => void}}
 */
export function drawTime({ tell, ended, more }) {
  const says = h("p", { class: "room-time-says" }), turn = h("p", { class: "room-time-turn" }), under = h("p", { class: "ns-hint" });
  const node = h("div", { class: "room-time", hidden: true }, turn, says, under, more);
  let turnBefore = 0;
  const watch = milestones((what) => {
    if (what === "over") ended?.();
    tell(`${turn.textContent} ${says.textContent}`.trim());
  });

  /** @param {HTMLElement} place @param {string} sentence */
  const set = (place, sentence) => {
    if (place.textContent !== sentence) place.textContent = sentence;
    place.hidden = !sentence;
  };

  /** @param {any} state */
  function tick({ view, left, isHere, block, alone }) {
    if (node.hidden || !isHere) return;
    const seconds = left(), { turn: now, rest } = turnOf(block, view.time, seconds), inTurns = Boolean(block.turns) && !alone && seconds > 0;
    set(turn, !inTurns ? "" : now ? inWords(Math.min(rest, seconds), "turn", { turn: now, all: block.turns }) : words["turns-over"]);
    set(says, inWords(seconds, inTurns && now ? "all" : "left"));
    set(under, view.time.runs ? (seconds > 0 ? words["nothing-closes"] : "") : words.held);
    node.toggleAttribute("data-over", seconds <= 0);
    node.toggleAttribute("data-turns", inTurns);
    if (inTurns && turnBefore && now !== turnBefore) tell(turn.textContent ?? "");
    turnBefore = inTurns ? now : 0;
    watch(`${block.id} ${view.changes}`, seconds);
  }

  return {
    node,
    tick,
    show(state) {
      node.hidden = state.view.phase !== "running" || !state.view.time || !state.isHere;
      tick(state);
    },
  };
}
