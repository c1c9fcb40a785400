// @ts-check
/** What facilitators see to before a meeting begins. Each line is ticked by a person, on any of the consoles. */
import { h } from "../../../prompts/static/dom.js";
import { listing, part, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** How many lines are still to be seen to. @param {View} view @returns {number} */
export const unseen = (view) => (view.rehearsal ? 0 : view.checks.filter((/** @type {View} */ one) => !one.done).length);

/** @param {import("./console-live.js").Act} act */
export function checksPart(act) {
  const list = h("ul", { class: "con-checks" }), left = h("p", { class: "ns-hint" });
  const node = part("checks", said("checks-title"), h("p", { class: "ns-meta" }, said("checks-hint")), list, left);
  const draw = listing(list, (/** @type {View} */ one) => one.id, (first) => {
    let done = first.done;
    const box = h("input", { type: "checkbox", autocomplete: "off" });
    box.addEventListener("change", async () => {
      if (!(await act({ kind: "check", check: first.id, done: box.checked }))) box.checked = done;
    });
    return {
      node: h("li", {}, h("label", { class: "con-check" }, box, h("span", {}, first.says))),
      /** @param {View} one */
      show(one) {
        if (one.done !== done || box !== document.activeElement) box.checked = one.done;
        done = one.done;
      },
    };
  });
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "waiting" && !view.rehearsal && view.checks.length > 0);
      draw(view.checks);
      write(left, unseen(view) ? counted(unseen(view), "checks-left-one", "checks-left-many") : said("checks-done"));
    },
  };
}
