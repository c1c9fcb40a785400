// @ts-check
/**
 * A field for a secret. What is typed can be looked at, and nothing but what is typed is in it. While it can be seen it is a field of text, which
 * browsers keep in files of their own unless it says that they may not; that it is a password is said for programs that keep passwords.
 */
import { button, h } from "./dom.js";

/**
 * @param {string} label
 * @param {string} show what the button says that shows what is typed
 * @param {Record<string, any>} [more] attributes of the field
 * @returns {{input: HTMLInputElement, node: HTMLElement}}
 */
export function drawSecret(label, show, more = {}) {
  const { autocomplete } = more, input = h("input", { type: "password", class: "ns-secret", autocapitalize: "off", spellcheck: "false", ...more });
  const look = button(show, () => {
    const seen = input.type === "text";
    input.autocomplete = seen ? autocomplete : "off";
    input.type = seen ? "password" : "text";
    look.setAttribute("aria-pressed", String(!seen));
  }, "ns-text-btn", { "aria-pressed": "false" });
  return { input, node: h("div", { class: "ns-secret-row" }, h("label", {}, h("span", {}, label), input), look) };
}
