// @ts-check
/** Talking in pairs and threes, or staying on one's own, which is as large a choice. Nobody is put together by a page, and nobody is told. */
import { button, h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

/** @param {() => void} changed @returns {{node: HTMLElement, isAlone: (block: any) => boolean, show: (state: any) => void}} */
export function drawPairs(changed) {
  /** What somebody has chosen, by the blocks. Nothing is chosen for them. @type {Map<string, "others" | "alone">} */
  const chosen = new Map();
  let at = "";
  const acts = /** @type {const} */ (["others", "alone"]).map((one) => ({ one, act: button(words[`pair-${one}`], () => {
    chosen.set(at, one);
    changed();
  }) }));
  const rules = h("div", { class: "room-rules", role: "status" });
  const node = h("section", { class: "room-pairs", hidden: true, "aria-label": words["pair-how"] }, h("div", { class: "room-two" }, ...acts.map(({ act }) => act)), rules);
  let drawn = "";
  return {
    node,
    isAlone: ({ id }) => chosen.get(id) === "alone",
    show({ view, block }) {
      node.hidden = view.phase !== "running" || (block.kind !== "pairs" && block.kind !== "threes");
      at = block.id;
      const is = chosen.get(at), isAlone = is === "alone", key = `${at} ${isAlone}`;
      for (const { one, act } of acts) act.setAttribute("aria-pressed", String(one === is));
      if (node.hidden || key === drawn) return;
      drawn = key;
      const said = isAlone ? ["alone-question", "alone-told"] : ["pair-pass", "pair-share", `pair-odd-${block.kind}`, "pair-choose"];
      rules.replaceChildren(h("ul", {}, ...said.map((one) => h("li", {}, words[one]))));
    },
  };
}
