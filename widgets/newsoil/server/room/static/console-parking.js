// @ts-check
/** The parking lot: what participants put down for their facilitators. It is on no screen but this one. */
import { h } from "../../../prompts/static/dom.js";
import { askOnce } from "./console-ask.js";
import { listing, mark, part, pressed, reveal, write } from "./console-live.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {import("./console-live.js").Act} act */
export function parkingPart(act) {
  const list = h("ul", { class: "con-lot" }), none = h("p", { class: "con-none" }, said("parking-none"));
  const node = part("parking", said("parking-title"), h("p", { class: "ns-meta" }, said("parking-hint")), none, list);

  /** @param {View} first */
  function made(first) {
    let note = first;
    const text = h("p", { class: "con-own" }, note.text);
    /** @param {string} to @param {string} says */
    const became = (to, says) => pressed(says, () => act({ kind: "note", note: note.id, to: note.became === to ? "new" : to }), "ns-text-btn con-toggle");
    const talked = became("talked", said("talked-about")), outside = became("outside", said("take-outside"));
    const keep = pressed(said("keep-note"), () => act({ kind: "note", note: note.id, to: note.keep ? "do-not-keep" : "keep" }), "ns-text-btn con-toggle");
    const away = pressed(said("delete"), () => askOnce({ title: said("delete-title"), says: [`“${note.text}”`, said("delete-says")], no: said("leave-it"),
      yes: [[said("delete"), () => act({ kind: "note", note: note.id, to: "delete" })]] }), "ns-text-btn");
    return {
      node: h("li", {}, text, h("div", { class: "con-row-acts" }, talked, outside, keep, away)),
      /** @param {View} now */
      show(now) {
        note = now;
        mark(talked, "aria-pressed", String(note.became === "talked"));
        mark(outside, "aria-pressed", String(note.became === "outside"));
        text.parentElement?.toggleAttribute("data-done", note.became !== "new");
        mark(keep, "aria-pressed", String(note.keep));
      },
    };
  }
  const draw = listing(list, (/** @type {View} */ note) => note.id, made);
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "running");
      reveal(none, !view.parked.length);
      draw(view.parked);
      write(none, said(view.here < 5 ? "parking-too-few" : "parking-none"));
    },
  };
}
