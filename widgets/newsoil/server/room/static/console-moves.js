// @ts-check
/** What moves the group: on, back, more time, a hold, a pause, and a time of quiet. */
import { h } from "../../../prompts/static/dom.js";
import { goOn } from "./console-go.js";
import { pressed, reveal, settling, write } from "./console-live.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

const QUIET = [3, 5, 8, 12];

/** @param {import("./console-live.js").Act} act @param {() => void} end what asks whether to end the meeting */
export function movesPart(act, end) {
  /** @type {View} */
  let view = { phase: "waiting" };
  /** @type {View | undefined} */
  let next;
  const running = () => view.phase === "running", { changed, isSettled } = settling();
  const does = {
    next: () => running() && isSettled() && (next ? goOn(view, next, act) : end()),
    pause: () => running() && act({ kind: "do", act: view.paused ? "go-on" : "pause" }),
    hold: () => running() && !view.paused && act({ kind: "do", act: view.time?.runs ? "hold" : "resume" }),
    minute: () => running() && !view.paused && act({ kind: "longer", minutes: 1 }),
  };
  const on = pressed("", does.next, "ns-btn ns-btn-main con-next", { "aria-keyshortcuts": "n" });
  const pause = pressed("", does.pause, "ns-btn", { "aria-keyshortcuts": "p" });
  const minute = pressed(said("one-more-minute"), does.minute, "ns-btn", { "aria-keyshortcuts": "m" });
  const hold = pressed("", does.hold, "ns-btn", { "aria-keyshortcuts": "h" });
  const back = pressed("", () => goOn(view, view.blocks[view.place - 1], act), "ns-text-btn");
  const still = h("p", { class: "con-paused" }, said("group-is-paused"));
  const open = h("p", { class: "con-warn con-open-pulse" }, said("pulse-would-be-void"));
  const quiet = h("div", { class: "con-quiet", role: "group", "aria-labelledby": "quiet" }, h("span", { id: "quiet", class: "ns-meta" }, said("quiet-for")),
    ...QUIET.map((n) => pressed(said("minutes", { n }), () => act({ kind: "quiet", minutes: n }), "ns-btn con-small")));

  return {
    does,
    node: h("div", { class: "con-moves" }, still, open, on, h("div", { class: "ns-acts" }, minute, hold, pause), quiet, back),
    /** @param {View} now */
    show(now) {
      if (now.place !== view.place || now.phase !== view.phase) changed();
      view = now;
      const before = now.blocks[now.place - 1];
      next = now.blocks[now.place + 1];
      write(on, next ? said("move-to", { title: next.title }) : said("end-meeting"));
      write(pause, said(now.paused ? "go-on" : "pause-group"));
      write(hold, said(now.time?.runs ? "hold" : "let-run"));
      reveal(still, now.paused);
      for (const one of [minute, hold, quiet]) reveal(one, !now.paused);
      reveal(open, now.pulse.state === "open");
      if (before) write(back, said("back-to", { title: before.title }));
      reveal(back, Boolean(before));
    },
  };
}
