// @ts-check
/** Single keys for what is done often. They do nothing while a field or a question has the focus, and can be switched off (WCAG 2.1.4). */
import { h } from "../../../prompts/static/dom.js";
import { folded, reveal } from "./console-live.js";
import { said } from "./console-words.js";

/** Where this browser remembers, until it is closed, that keys are off. */
const OFF = "newsoil-keys-off";
const FIELDS = "input, textarea, select, [contenteditable]";

/** @param {Record<string, () => void>} does what each key does */
export function keysPart(does) {
  const on = h("input", { type: "checkbox", autocomplete: "off" });
  on.checked = sessionStorage.getItem(OFF) === null;
  on.addEventListener("change", () => (on.checked ? sessionStorage.removeItem(OFF) : sessionStorage.setItem(OFF, "")));

  document.addEventListener("keydown", (event) => {
    const busy = document.activeElement?.matches(FIELDS) || document.querySelector("dialog[open]");
    if (!on.checked || busy || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = does[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const keys = [["n", said("key-next")], ["p", said("key-pause")], ["m", said("key-minute")], ["h", said("key-hold")], ["u", said("key-upset")]];
  const list = h("dl", { class: "con-keys" }, ...keys.map(([key, says]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, says))));
  const node = folded("keyboard", said("keys"), h("label", { class: "con-check" }, on, h("span", {}, said("keys-on"))), h("p", { class: "ns-hint" }, said("keys-hint")), list);
  /** @param {import("./console-live.js").View} view */
  const show = (view) => reveal(node, view.phase !== "over");
  return { node, show };
}
