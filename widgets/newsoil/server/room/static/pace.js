// @ts-check
/** Ready, or more time. It is counted, and has no name. */
import { button, h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

const ASKED_IN = ["silent", "pairs", "threes", "all"];

/** @param {() => import("./line.js").Line} line @returns {{node: HTMLElement, show: (state: any) => void}} */
export function drawPace(line) {
  let at = "", pace = "";
  const says = h("p", { class: "ns-hint", role: "status" }), acts = ["ready", "more"].map((one) => button(words[one], () => say(one), "ns-btn", { "data-pace": one }));
  const node = h("section", { class: "room-pace", hidden: true }, h("div", { class: "room-two", role: "group", "aria-label": words["pace-label"] }, ...acts),
    h("p", { class: "ns-hint" }, words["pace-hint"]), says);

  function draw() {
    for (const act of acts) act.setAttribute("aria-pressed", String(act.dataset.pace === pace));
  }
  /** Pressed again, it is taken back. @param {string} one */
  function say(one) {
    pace = pace === one ? "" : one;
    says.textContent = "";
    draw();
    line().send("pace", { kind: "pace", block: at, pace }, ({ says: why = "" }) => (says.textContent = why));
  }
  return {
    node,
    show({ view, block, own, isHere }) {
      node.hidden = view.phase !== "running" || !isHere || !ASKED_IN.includes(block.kind);
      if (at !== block.id) says.textContent = "";
      if (isHere && !line().waits("pace")) pace = own.block === block.id ? own.pace : "";
      at = block.id;
      draw();
    },
  };
}
