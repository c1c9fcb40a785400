// @ts-check
/** One place where a screen reader hears what changes by itself. Nothing takes the focus for it. */
import { h } from "../../../prompts/static/dom.js";

/** @returns {{node: HTMLElement, tell: (sentence: string) => void}} */
export function drawTeller() {
  const node = h("p", { class: "ns-vh", role: "status" });
  return {
    node,
    tell(sentence) {
      node.textContent = "";
      setTimeout(() => (node.textContent = sentence), 50); // the same words twice are said twice
    },
  };
}
