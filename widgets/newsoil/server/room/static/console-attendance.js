// @ts-check
/** Who came: initials or nicknames that a facilitator writes. It is joined to no seat and to no answer. */
import { h, unkept } from "../../../prompts/static/dom.js";
import { folded, listing, pressed, reveal, write } from "./console-live.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

const CAME = [["present", said("came-present")], ["late", said("came-late")], ["left-early", said("came-left-early")], ["not-here", said("came-not-here")]];

/** @param {import("./console-live.js").Act} act */
export function attendancePart(act) {
  const who = h("input", { type: "text", id: "who", maxlength: "40", autocomplete: "off", autocapitalize: "words", spellcheck: "false", class: "con-field" });
  const list = h("ul", { class: "con-rows con-people" }), none = h("p", { class: "con-none" }, said("attendance-none"));
  const form = unkept({ class: "con-add" }, h("label", { for: "who" }, said("attendance-who")), h("div", {}, who, h("button", { class: "ns-btn" }, said("attendance-add"))));
  form.addEventListener("submit", async () => {
    const name = who.value.trim();
    if (name && (await act({ kind: "present", who: name, came: "present" })) && who.value.trim() === name) who.value = "";
    who.focus();
  });
  const node = folded("attendance", "", h("p", { class: "ns-meta" }, said("attendance-hint")), form, none, list);
  const title = /** @type {HTMLElement} */ (node.querySelector("h2"));

  const draw = listing(list, (/** @type {View} */ one) => one.who, (first) => {
    let came = first.came;
    const how = h("select", { class: "con-field", "aria-label": said("attendance-how", { who: first.who }), autocomplete: "off" }, ...CAME.map(([value, says]) => h("option", { value }, says)));
    how.addEventListener("change", async () => {
      if (!(await act({ kind: "present", who: first.who, came: how.value }))) how.value = came;
    });
    const away = pressed(said("take-off"), () => act({ kind: "present", who: first.who, came: "remove" }), "ns-text-btn", { "aria-label": said("take-off-of", { who: first.who }) });
    return {
      node: h("li", {}, h("b", {}, first.who), how, away),
      /** @param {View} one */
      show(one) {
        if (how.value !== one.came && (how !== document.activeElement || one.came !== came)) how.value = one.came;
        came = one.came;
      },
    };
  });
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase !== "waiting");
      write(title, said("attendance-title", { n: view.people.length }));
      reveal(none, !view.people.length);
      draw(view.people);
    },
  };
}
