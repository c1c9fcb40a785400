// @ts-check
/** Text and short text: a sheet that grows, without a counter and without a limit. */
import { h } from "../dom.js";

const GROWS = globalThis.CSS?.supports?.("field-sizing", "content") ?? true;

/** Let a field be as high as what is in it, where the browser does not do so by itself. @param {HTMLTextAreaElement} field */
function grow(field) {
  if (GROWS || !field.isConnected) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/** @type {import("./kind.js").Draw} */
export function drawWriting({ prompt, id, describedby, change }) {
  const short = prompt.kind === "short-text";
  const field = h("textarea", { id, class: short ? "ns-short" : "", rows: short ? 1 : prompt.lines, "aria-describedby": describedby, autocomplete: "off", autocapitalize: "sentences", on: { focus: () => grow(field), input: () => (grow(field), change(field.value.toWellFormed?.() ?? field.value, true)) } });
  return {
    node: h("div", { class: "ns-field" }, field),
    /** @param {string | null} value */
    show: (value) => {
      if (field.value !== (value ?? "")) field.value = value ?? "";
      if (!GROWS) requestAnimationFrame(() => grow(field));
    },
  };
}
