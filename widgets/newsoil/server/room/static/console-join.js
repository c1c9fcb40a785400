// @ts-check
/** How phones, the wall and a second facilitator come in. */
import { h } from "../../../prompts/static/dom.js";
import { askOnce } from "./console-ask.js";
import { folded, pressed, reveal, write } from "./console-live.js";
import { printPart } from "./console-print.js";
import { givenNow, said } from "./console-words.js";
import { given } from "./given.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {string} svg */
const asImage = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function joinPart() {
  const code = h("b", { class: "con-code", "data-code": true }), address = h("span", { class: "con-address" }, given.address);
  const image = h("img", { class: "con-qr", src: asImage(given.qr), alt: said("qr-alt") });
  const wall = h("a", { class: "ns-btn", href: given.wall, target: "_blank", rel: "noopener" }, said("open-wall"));
  const card = h("div", { class: "con-card" }, image, h("div", {}, h("p", { class: "con-print-only con-card-title" }, said("join-paper-title")),
    h("p", {}, h("span", { class: "ns-meta" }, said("join-address")), address), h("p", {}, h("span", { class: "ns-meta" }, said("join-code")), code),
    h("p", { class: "con-print-only" }, said("join-paper-says")), h("p", { class: "con-print-only" }, said("join-paper-sees"))));
  const over = h("p", { class: "con-warn", hidden: true }, said("code-over-says"));
  const node = folded("join", said("join-title"), over, card, h("div", { class: "ns-acts" }, wall, pressed(said("print-join"), () => printPart("join"))),
    h("p", { class: "ns-hint" }, said("wall-hint")));
  let drawn = "", phase = "";
  return {
    node,
    /** @param {View} view */
    async show(view) {
      reveal(node, view.phase !== "over");
      reveal(over, !view.open);
      if (phase !== view.phase) node.open = view.phase === "waiting";
      phase = view.phase;
      write(code, view.code);
      if (drawn === view.code) return;
      const before = drawn;
      drawn = view.code;
      if (before) image.src = asImage((await givenNow()).qr);
    },
  };
}

/** @param {import("./console-live.js").Act} act */
export function secondPart(act) {
  const open = h("p", { class: "ns-meta" });
  // The address and its picture come with the page. A hub's address has no key in it, and there is none to change.
  const change = async () => { if (await act({ kind: "do", act: "new-keys" })) location.reload(); };
  const keys = h("div", {}, h("div", { class: "ns-acts" }, pressed(said("new-keys"), () => askOnce({
    title: said("new-keys-title"), says: [said("new-keys-says")], no: said("leave-it"), yes: [[said("new-keys-yes"), change]],
  }))), h("p", { class: "ns-hint" }, said("new-keys-hint")));
  reveal(keys, given.second.includes("#"));
  const node = folded("second", said("second-title"), h("p", {}, said("second-says")), h("p", { class: "con-warn" }, said("second-care")), h("p", {}, said("second-honest")),
    h("div", { class: "con-card" }, h("img", { class: "con-qr", src: asImage(given.second_qr), alt: said("second-qr-alt") }), h("p", { class: "con-address" }, given.second)), open, keys);
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase !== "over");
      write(open, said("consoles-open", { n: view.consoles }));
      reveal(open, view.consoles > 1);
    },
  };
}
