// @ts-check
/** The card for when someone is upset (F15, F28): six steps, the local list, and what to do where someone has gone. */
import { h } from "../../../prompts/static/dom.js";
import { pressed, reveal, write } from "./console-live.js";
import { linesPart } from "./console-lines.js";
import { printPart } from "./console-print.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {import("./console-live.js").Act} act */
export function upsetPart(act) {
  let paused = false, grounding = "";
  const pause = pressed("", () => act({ kind: "do", act: paused ? "go-on" : "pause" }), "ns-btn ns-btn-help");
  const isPaused = h("p", { class: "ns-meta" }, said("upset-is-paused"));
  const ground = pressed("", () => act({ kind: "move", block: grounding }));
  const lines = linesPart();
  /** @param {string} key @param {string} more @param {...any} parts */
  const step = (key, more, ...parts) => h("li", {}, h("div", {}, h("strong", {}, said(key)), h("p", {}, said(more)), ...parts));
  const now = h("div", { class: "ns-acts" }, pause, isPaused);
  const steps = h("ol", { class: "con-steps" },
    step("upset-pause", "upset-pause-more", now), step("upset-along", "upset-along-more"), step("upset-ask", "upset-ask-more"),
    step("upset-local", "upset-local-more", lines.node), step("upset-group", "upset-group-more", ground), step("upset-write", "upset-write-more"));
  const gone = ["gone-look", "gone-call", "gone-again", "gone-danger", "gone-write"].map((key) => h("li", {}, said(key)));
  const title = h("h2", { id: "upset", tabindex: "-1", autofocus: true }, said("upset-title"));
  /** @type {HTMLDialogElement} */
  const node = h("dialog", { class: "con-dialog con-care ns-sheet", "aria-labelledby": "upset" },
    h("div", { class: "con-care-top" }, title, pressed(said("close"), () => node.close())), steps,
    h("h3", {}, said("gone-title")), h("p", {}, said("gone-says")), h("ul", { class: "con-dots" }, ...gone),
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
