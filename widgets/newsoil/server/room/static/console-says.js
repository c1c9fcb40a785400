// @ts-check
/** What the page says by itself: what the room did not do, that the connection is gone, and, to those who listen, what has just changed. */
import { h } from "../../../prompts/static/dom.js";
import { pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";
import { milestones } from "./counting.js";

/** @typedef {import("./console-live.js").View} View */

/** Milliseconds for which a connection may be gone before the page speaks of it. */
const FOR_A_MOMENT = 1500;

/** Milliseconds that an act may take. A laptop that hangs keeps its connections, and answers nothing. */
const TOO_LONG = 2500;

export function saysPart() {
  const refused = h("p", { class: "con-refused", role: "status" }), lost = h("p", { class: "con-lost", role: "status" });
  const aloud = h("p", { class: "ns-vh", role: "status" });
  const reload = pressed(said("load-again"), () => location.reload(), "ns-btn", { hidden: true });
  const node = h("div", { class: "con-says" }, refused, lost, reload, aloud);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  /** @type {View | undefined} */
  let before;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;
  let waiting = 0, away = false;
  const gone = () => write(lost, [said("connection-gone"), waiting ? counted(waiting, "waits-one", "waits-many") : ""].join(" ").trim());
  const tell = milestones((what) => what !== "begins" && write(aloud, said(what === "over" ? "time-over-aloud" : "minute-left-aloud")));

  /** What is told to those who listen. @param {View} view */
  function news(view) {
    if (!before || view.phase !== before.phase) return "";
    const words = (/** @type {View} */ one) => one.wanted.length + one.unnamed;
    return [
      view.place !== before.place && said("now-aloud", { title: view.block.title, minutes: view.block.minutes }),
      view.parked.length > before.parked.length && said("new-note-aloud"),
      words(view) > words(before) && said("word-aloud"),
    ].filter(Boolean).join(" ");
  }

  return {
    node,
    /** @param {View} view */
    show(view) {
      const told = news(view);
      if (told) write(aloud, told);
      before = view;
    },
    /** @param {View} view */
    tick(view) {
      if (view.phase === "running" && view.now.left !== null) tell(view.changes, view.now.left);
    },
    /** What the room did not do, in its own words; nothing takes it back. @param {string} [words] */
    refusal: (words = "") => write(refused, words),
    /** How many acts wait for their answer. @param {number} n */
    waits(n) {
      waiting = n;
      clearTimeout(slow);
      if (lost.textContent && (n || away)) gone();
      else if (n) slow = setTimeout(gone, TOO_LONG);
      else write(lost, "");
    },
    /** @param {"connected" | "trying"} state */
    connection(state) {
      clearTimeout(soon);
      away = state === "trying";
      if (!away) write(lost, "");
      else if (lost.textContent) gone();
      else soon = setTimeout(gone, FOR_A_MOMENT);
    },
    /** The line is over for good. @param {string} words */
    ended(words) {
      clearTimeout(soon);
      write(lost, words);
      reveal(reload, true);
    },
  };
}
