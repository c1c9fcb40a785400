// @ts-check
/** What questions of earlier blocks came to. */
import { h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { drawRelease } from "./release.js";

/** @returns {{node: HTMLElement, show: (state: any) => void}} */
export function drawEarlier() {
  const node = h("section", { class: "room-earlier", hidden: true, "aria-label": words.earlier });
  let drawn = "";
  return {
    node,
    show({ view, block, isHere }) {
      const { needed } = view, told = view.releases.filter((/** @type {any} */ one) => one.bands.length && !(isHere && one.block === block.id)).reverse();
      const key = JSON.stringify(told);
      node.hidden = !told.length || view.phase === "waiting";
      if (key === drawn) return;
      drawn = key;
      node.replaceChildren(h("p", { class: "room-kind" }, words.earlier), ...told.map((/** @type {any} */ one) => drawRelease(one, { heading: "h2", question: one.question, needed })));
    },
  };
}
