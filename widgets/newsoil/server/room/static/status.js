// @ts-check
/** Whether the page has its line. A moment without one is said to nobody: phones change networks all the time. */
import { h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

const A_MOMENT = 1200;

/** @returns {{node: HTMLOutputElement, is: (state: "connected" | "trying", says?: string) => void}} */
export function drawStatus() {
  const node = h("output", { class: "room-line" });
  let soon = 0;
  /** @param {"connected" | "trying"} state @param {string} [says] */
  function tell(state, says = words[state]) {
    node.dataset.state = state;
    if (node.textContent !== says) node.textContent = says;
  }
  return {
    node,
    is(state, says) {
      clearTimeout(soon);
      if (state === "connected" || node.dataset.state === "trying") tell(state, says);
      else soon = window.setTimeout(tell, A_MOMENT, state, says);
    },
  };
}
