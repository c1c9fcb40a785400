// @ts-check
/** The local list of help, to be read: what to do in danger, who answers, and on which day that was checked. */
import { h } from "../../../prompts/static/dom.js";
import { listing, reveal, write } from "./console-live.js";
import { dayInWords, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */
/** A line of the list (`guide/support.py`). @typedef {Record<string, any>} Helper */

/** What each kind of line is for, in plain words. @type {Record<string, string>} */
export const FOR = {
  directory: said("for-directory"),
  emergency: said("for-emergency"),
  "domestic-abuse": said("for-domestic-abuse"),
  "sexual-violence": said("for-sexual-violence"),
  suicide: said("for-suicide"),
  "own-behaviour": said("for-own-behaviour"),
};

/** What a list lacks, or on which day it was checked, in a sentence. @param {View} view */
export function listState(view) {
  if (view.rehearsal) return said("list-rehearsal");
  const day = view.help?.checked_on ? dayInWords(view.help.checked_on) : "";
  const says = { missing: said("list-missing"), empty: said("list-empty"), unchecked: said("list-unchecked"), old: said("list-old", { day }) };
  return says[/** @type {keyof typeof says} */ (view.support)] ?? said("list-checked", { day });
}

/** Ways to reach a line, each a link where a browser can follow it. @param {Helper} line */
function ways(line) {
  const sites = [line.chat, line.address].filter(Boolean).map((one) => h("a", { href: "https://" + one, target: "_blank", rel: "noopener noreferrer" }, one));
  const numbers = [line.number, line.text].filter(Boolean).map((one) => h("a", { href: `tel:${one.replace(/[^+\d]/g, "")}` }, one));
  return [...numbers, ...sites];
}

export function linesPart() {
  const state = h("p", { class: "con-list-state" }), place = h("p", { class: "ns-meta" }), emergency = h("p", { class: "con-danger" });
  const list = h("ul", { class: "con-lines" });
  const draw = listing(list, (/** @type {Helper} */ one) => JSON.stringify(one), (line) => ({
    node: h("li", {}, h("b", {}, line.name), h("span", { class: "con-ways" }, ...ways(line)), h("span", { class: "ns-meta" }, FOR[line.kind])),
    show: () => undefined,
  }));
  const node = h("div", { class: "con-local" }, emergency, list, place, state);
  return {
    node,
    /** @param {View} view */
    show(view) {
      write(state, listState(view));
      state.classList.toggle("con-warn", Boolean(view.support) && !view.rehearsal);
      write(place, view.help?.place ?? "");
      reveal(place, Boolean(view.help?.place));
      write(emergency, view.help?.emergency ?? "");
      reveal(emergency, Boolean(view.help?.emergency));
      draw(view.help?.line ?? []);
      reveal(list, list.children.length > 0);
    },
  };
}
