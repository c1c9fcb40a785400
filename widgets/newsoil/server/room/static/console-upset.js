// @ts-check
/** The card for when someone is upset (F15, F28): six steps, the local list, and what to do where someone has gone. */
import { h } from "../../../prompts/static/dom.js";
import { pressed, reveal, write } from "./console-live.js";
import { linesPart } from "./console-lines.js";
import { printPart } from "./console-print.js";
import { said } from "./console-words.js";
import { given } from "./given.js";

/** @typedef {import("./console-live.js").View} View */
/** A step of a list (`facilitate.toml`). @typedef {{id: string, says: string, more: string}} Step */

/** @param {import("./console-live.js").Act} act */
export function upsetPart(act) {
  let paused = false, grounding = "";
  const pause = pressed("", () => act({ kind: "do", act: paused ? "go-on" : "pause" }), "ns-btn ns-btn-help");
  const isPaused = h("p", { class: "ns-meta" }, said("upset-is-paused"));
  const ground = pressed("", () => act({ kind: "move", block: grounding }));
  const lines = linesPart();
  const now = h("div", { class: "ns-acts" }, pause, isPaused), { distress, "drop-out": dropOut } = given.cards;
  /** What stands with a step on the page alone, by the step's name. @type {Record<string, Node>} */
  const beside = { pause: now, local: lines.node, group: ground };
  const steps = h("ol", { class: "con-steps" }, ...distress.item.map((/** @type {Step} */ { id, says, more }) =>
    h("li", {}, h("div", {}, h("strong", {}, says), more && h("p", {}, more), beside[id]))));
  const gone = dropOut.item.map((/** @type {Step} */ { says }) => h("li", {}, says));
  const title = h("h2", { id: "upset", tabindex: "-1", autofocus: true }, distress.title);
  /** @type {HTMLDialogElement} */
  const node = h("dialog", { class: "con-dialog con-care ns-sheet", "aria-labelledby": "upset" },
    h("div", { class: "con-care-top" }, title, pressed(said("close"), () => node.close())), steps,
    h("h3", {}, dropOut.title), h("p", {}, dropOut.lead), h("ul", { class: "con-dots" }, ...gone),
    h("div", { class: "ns-acts con-no-print" }, pressed(said("print-card"), () => printPart("care")), pressed(said("close"), () => node.close())));

  return {
    node,
    open: () => node.open || node.showModal(),
    /** @param {View} view */
    show(view) {
      paused = view.paused;
      write(pause, said(paused ? "go-on" : "pause-group"));
      reveal(now, view.phase === "running");
      reveal(isPaused, paused);
      const later = view.blocks.slice(view.place + 1).find((/** @type {any} */ one) => one.kind === "grounding");
      grounding = later?.id ?? "";
      write(ground, said("move-to", { title: later?.title ?? "" }));
      reveal(ground, Boolean(later) && view.phase === "running");
      lines.show(view);
    },
  };
}
