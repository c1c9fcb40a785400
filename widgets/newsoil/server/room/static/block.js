// @ts-check
/** Where the page is: before the meeting, at a block of it, or after it. */
import { h, inParts, say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { drawQuestion } from "./question.js";

/** @param {(sentence: string) => void} tell @returns {{node: HTMLElement, show: (state: any) => void}} */
export function drawBlock(tell) {
  const node = h("section", { class: "room-now" }), joined = h("p", { class: "ns-hint" });
  const paused = h("div", { class: "room-said room-paused", role: "status" });
  let drawn = "";

  /** @param {any} state */
  function draw({ view, block, unsent }) {
    if (view.phase === "waiting") return [h("h1", {}, words["waiting-title"]), h("p", { class: "room-shown" }, view.title), h("p", {}, words["waiting-more"]), joined];
    if (view.phase === "over") return [h("h1", {}, words["over-title"]), ...inParts(words[unsent ? "over-unsent" : "over-more"])];
    return drawQuestion(block);
  }
  return {
    node: h("div", {}, paused, node),
    show(state) {
      const { view, block } = state, key = JSON.stringify([view.phase, view.phase === "running" ? block : view.title, view.phase === "over" && state.unsent]);
      const isPaused = view.paused && view.phase === "running";
      if (isPaused !== paused.childElementCount > 0) paused.replaceChildren(...(isPaused ? [h("strong", {}, words.paused), h("p", {}, words["paused-more"])] : []));
      joined.textContent = say(words.joined, { n: view.here });
      if (key === drawn) return;
      node.replaceChildren(...draw(state));
      if (drawn) tell(node.querySelector("h1")?.textContent ?? "");
      drawn = key;
    },
  };
}
