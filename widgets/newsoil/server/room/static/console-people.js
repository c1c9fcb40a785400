// @ts-check
/** Who would like a word at the break, and which phones are in the room. Phones have names of plants; whose they are, nobody is told. */
import { h } from "../../../prompts/static/dom.js";
import { askOnce } from "./console-ask.js";
import { folded, listing, part, pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {import("./console-live.js").Act} act */
export function wordsPart(act) {
  const list = h("ul", { class: "con-rows" }), unnamed = h("p");
  const node = part("words", said("words-title"), h("p", { class: "ns-meta" }, said("words-hint")), list, unnamed);
  const draw = listing(list, (/** @type {string} */ name) => name, (name) => ({
    node: h("li", {}, h("b", {}, name), pressed(said("heard"), () => act({ kind: "seat", seat: name, to: "heard" }), "ns-text-btn", { "aria-label": said("heard-of", { name }) })),
    show: () => undefined,
  }));
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "running" && view.wanted.length + view.unnamed > 0);
      draw(view.wanted);
      write(unnamed, counted(view.unnamed, "unnamed-one", "unnamed-many"));
      reveal(unnamed, view.unnamed > 0);
    },
  };
}

/** @param {import("./console-live.js").Act} act */
export function seatsPart(act) {
  const list = h("ul", { class: "con-rows" }), none = h("p", { class: "con-none" }, said("seats-none"));
  const newCode = pressed(said("new-code"), () => act({ kind: "do", act: "new-code" }));
  const node = folded("seats", "", h("p", { class: "ns-meta" }, said("seats-hint")), none, list,
    h("div", { class: "ns-acts" }, newCode), h("p", { class: "ns-hint" }, said("new-code-hint")));
  const title = /** @type {HTMLElement} */ (node.querySelector("h2"));

  /** @param {string} name */
  const remove = (name) => askOnce({
    title: said("remove-title", { name }), says: [said("remove-says"), said("remove-code")], no: said("leave-it"),
    yes: [[said("remove-with-code"), async () => { if (await act({ kind: "seat", seat: name, to: "remove" })) act({ kind: "do", act: "new-code" }); }],
      [said("remove"), () => act({ kind: "seat", seat: name, to: "remove" })]],
  });
  const draw = listing(list, (/** @type {View} */ seat) => seat.name, ({ name }) => {
    const here = h("span", { class: "ns-meta" });
    return {
      node: h("li", {}, h("b", {}, name), here, pressed(said("remove"), () => remove(name), "ns-text-btn", { "aria-label": said("remove-of", { name }) })),
      /** @param {View} seat */
      show: (seat) => write(here, seat.here ? "" : said("seat-away")),
    };
  });
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase !== "over");
      write(title, said("seats-count", { n: view.seats.length }));
      reveal(none, !view.seats.length);
      draw(view.seats);
    },
  };
}
