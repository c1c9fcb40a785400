// @ts-check
/** The end of a meeting: asked for once, and then what is left of it and where a facilitator goes from here. */
import { h } from "../../../prompts/static/dom.js";
import { askOnce } from "./console-ask.js";
import { wouldBeVoid } from "./console-go.js";
import { part, pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";
import { given } from "./given.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {View} view */
const keptNotes = (view) => view.parked.filter((/** @type {View} */ note) => note.keep).length;

/** How many notes are kept, in words. @param {View} view @param {"end" | "kept"} when */
function notesInWords(view, when) {
  const n = keptNotes(view);
  if (when === "end") return n ? counted(n, "end-notes-one", "end-notes-many") : said("end-notes-none");
  return n ? counted(n, "kept-notes-one", "kept-notes-many") : "";
}

/** @param {import("./console-live.js").Act} act */
export function endPart(act) {
  /** @type {View} */
  let view = { parked: [] };
  const ask = () => askOnce({
    title: said("end-title"), no: said("go-on-with-it"),
    says: [...wouldBeVoid(view), ...(view.rehearsal ? [said("end-rehearsal")] : [said("end-keeps"), notesInWords(view, "end"), said("end-deletes")])],
    yes: [[said("end-now"), () => act({ kind: "do", act: "end" })]],
  });
  const node = part("end", said("end-part-title"), h("p", { class: "ns-meta" }, said("end-part-says")), h("div", { class: "ns-acts" }, pressed(said("end-meeting"), ask)));
  return {
    node,
    ask,
    /** @param {View} now */
    show(now) {
      view = now;
      reveal(node, now.phase === "running");
    },
  };
}

export function overPart() {
  const notes = h("li"), folder = h("span", { class: "con-address" }), where = h("p", {}, said("kept-where"), folder);
  const kept = h("ul", { class: "con-dots" }, h("li", {}, said("kept-plan")), h("li", {}, said("kept-attendance")), h("li", {}, said("kept-pulses")), notes);
  const next = ["next-log", "next-after", "next-each-other", "next-close"].map((key) => h("li", {}, said(key)));
  const node = part("over", said("over-title"), h("p", {}, said("over-says")), h("h3", {}, said("kept-title")), kept, where, h("p", {}, said("kept-else")),
    h("h3", {}, said("next-title")), h("ol", { class: "con-numbers" }, ...next));
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "over");
      write(notes, view.rehearsal ? said("kept-nothing") : notesInWords(view, "kept"));
      write(folder, given.folder);
      reveal(where, Boolean(given.folder));
      for (const one of kept.children) reveal(one, one === notes ? Boolean(notes.textContent) : !view.rehearsal);
    },
  };
}
