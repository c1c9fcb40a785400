// @ts-check
/** What stands before the start: for whom the group is, whether phones get through, and the beginning itself. */
import { h } from "../../../prompts/static/dom.js";
import { unseen } from "./console-checks.js";
import { listState } from "./console-lines.js";
import { enable, folded, part, pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";
import { given } from "./given.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {string[]} keys @param {string} [tag] */
const each = (keys, tag = "ul") => h(tag, { class: tag === "ol" ? "con-numbers" : "con-dots" }, ...keys.map((key) => h("li", {}, said(key))));

export function whomPart() {
  const review = h("div", { class: "con-safety" }, h("h3", {}, said("review-title")), h("p", {}, said("review-says")));
  const node = part("whom", said("whom-title"), each(["whom-education", "whom-for", "whom-not", "whom-couples", "whom-alone", "whom-two"]), review);
  return { node, show: (/** @type {View} */ view) => reveal(node, view.phase === "waiting") };
}

export function networkPart() {
  const state = h("p", { class: "con-state" }), addresses = h("ul", { class: "con-addresses" }, ...given.addresses.map((/** @type {string} */ one) => h("li", {}, one)));
  const causes = folded("causes", said("causes-title"), each(["cause-same", "cause-guest", "cause-firewall", "cause-vpn", "cause-stay"]));
  const hotspot = folded("hotspot", said("hotspot-title"), each(["hotspot-on", "hotspot-join", "hotspot-again", "hotspot-quiet"], "ol"));
  const paper = folded("paper", said("paper-title"), h("p", {}, said("paper-says")), h("p", {}, said("paper-keeps")));
  const own = h("div", {}, h("p", { class: "ns-meta" }, said(given.addresses.length > 1 ? "addresses-many" : "addresses-one")), addresses);
  const honest = h("p", { class: "ns-hint" }, said("network-honest"));
  const node = part("network", said("network-title"), state, given.addresses.length > 0 && own, honest, causes, hotspot, paper);
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "waiting" && (given.addresses.length > 0 || !given.near)); // whoever reaches a hub reaches its room
      state.toggleAttribute("data-good", view.reached);
      write(state, view.reached ? said("reached") : said(given.addresses.length ? "not-reached" : "no-network"));
    },
  };
}

/** @param {import("./console-live.js").Act} act */
export function startPart(act) {
  const why = h("p", { class: "ns-hint", id: "start-why" });
  const button = pressed(said("start"), () => act({ kind: "do", act: "start" }), "ns-btn ns-btn-main", { "aria-describedby": "start-why" });
  const node = part("start", said("start-title"), h("p", {}, said("start-says")), h("div", { class: "ns-acts" }, button), why);
  return {
    node,
    /** @param {View} view */
    show(view) {
      const lacks = !view.rehearsal && ["missing", "empty", "unchecked"].includes(view.support), left = unseen(view);
      const reasons = [lacks && `${listState(view)} ${said("start-blocked")}`, left > 0 && counted(left, "checks-left-one", "checks-left-many"), !lacks && view.support === "old" && listState(view)];
      reveal(node, view.phase === "waiting");
      enable(button, !lacks && !left);
      write(why, reasons.filter(Boolean).join(" ") || said("start-hint"));
      why.classList.toggle("con-warn", reasons.some(Boolean) && !view.rehearsal);
    },
  };
}
