// @ts-check
/** The top of the page: which meeting, the laptop's clock, where the group is against its plan, and the way to help. */
import { h } from "../../../prompts/static/dom.js";
import { pressed, reveal, write } from "./console-live.js";
import { counted, onTheClock, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** Where the group is against its plan, in words. @param {View} view */
function againstPlan(view) {
  if (view.phase === "waiting") return said("not-begun");
  if (view.phase === "over") return said("is-over");
  const minutes = Math.round(view.now.behind / 60);
  if (!minutes) return said("on-time");
  return minutes > 0 ? counted(minutes, "behind-one", "behind-many") : counted(-minutes, "ahead-one", "ahead-many");
}

/** @param {() => void} upset what opens the card for when someone is upset */
export function topPart(upset) {
  const title = h("h1", { tabindex: "-1" }), where = h("p", { class: "ns-meta con-where" });
  const clock = h("b"), plan = h("span", { class: "ns-meta" });
  const rehearsal = h("p", { class: "con-rehearsal", hidden: true }, said("rehearsal"));
  const button = pressed(said("someone-upset"), upset, "ns-btn ns-btn-help con-upset", { "aria-haspopup": "dialog", "aria-keyshortcuts": "u" });
  const bar = h("div", { class: "con-bar", role: "group", "aria-label": said("always-here") }, h("p", { class: "con-clock" }, clock, plan), button);
  const node = h("header", { class: "con-top" }, h("div", { class: "con-title" }, rehearsal, title, where), bar);

  /** @param {View} view */
  function tick(view) {
    write(clock, onTheClock(view.now.clock, view.clock.offset));
    write(plan, view.paused && view.phase === "running" ? said("is-paused") : againstPlan(view));
  }
  /** @param {View} view */
  function show(view) {
    write(title, view.title);
    write(where, [view.meeting, view.phase !== "over" && counted(view.here, "joined-one", "joined-many")].filter(Boolean).join(" · "));
    reveal(rehearsal, view.rehearsal);
    if (view.rehearsal) document.documentElement.dataset.rehearsal = said("watermark");
    document.title = `${view.title} · ${said("console")}`;
    tick(view);
  }
  return { node, show, tick };
}
