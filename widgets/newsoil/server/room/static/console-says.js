// @ts-check
/** What the page says by itself: what the room did not do, that the connection is gone, and, to those who listen, what has just changed. */
import { h } from "../../../prompts/static/dom.js";
import { pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** Milliseconds for which a connection may be gone before the page speaks of it. */
const A_MOMENT = 1500;

export function saysPart() {
  const refused = h("p", { class: "con-refused", role: "status" }), lost = h("p", { class: "con-lost", role: "status" });
  const aloud = h("p", { class: "ns-vh", role: "status" });
  const reload = pressed(said("load-again"), () => location.reload(), "ns-btn", { hidden: true });
  const node = h("div", { class: "con-says" }, refused, lost, reload, aloud);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  /** @type {View | undefined} */
  let before;

  /** What is told to those who listen. @param {View} view */
  function news(view) {
    if (!before || view.phase !== before.phase) return "";
    if (view.place !== before.place) return said("now-aloud", { title: view.block.title, minutes: view.block.minutes });
    if (view.parked.length > before.parked.length) return said("new-note-aloud");
    return view.wanted.length + view.unnamed > before.wanted.length + before.unnamed ? said("word-aloud") : "";
  }

  return {
    node,
    /** @param {View} view */
    show(view) {
      const told = news(view);
      if (told) write(aloud, told);
      before = view;
    },
    /** One minute is left, or none. @param {View} view */
    tick(view) {
      const left = Math.ceil(view.now.left ?? 999);
      if (view.phase === "running" && view.time?.runs && (left === 60 || left === 0)) write(aloud, said(left ? "minute-left-aloud" : "time-over-aloud"));
    },
    /** What the room did not do, in its own words; nothing takes it back. @param {string} [says] */
    refusal: (says = "") => write(refused, says),
    /** @param {"here" | "lost" | "over"} state @param {() => number} waiting how many acts wait */
    connection(state, waiting) {
      clearTimeout(soon);
      const gone = () => {
        write(lost, state === "over" ? said("does-not-understand") : [said("connection-gone"), waiting() ? counted(waiting(), "waits-one", "waits-many") : ""].join(" "));
        reveal(reload, state === "over");
      };
      if (state === "here") write(lost, "");
      else soon = setTimeout(gone, state === "over" || lost.textContent ? 0 : A_MOMENT);
    },
  };
}
