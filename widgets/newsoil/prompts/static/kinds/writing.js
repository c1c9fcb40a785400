// @ts-check
/** Text and short text: a sheet that grows, without a counter and without a limit. */
import { h } from "../dom.js";

/** @type {import("./kind.js").Draw} */
export function drawWriting({ prompt, id, describedby, change }) {
  const short = prompt.kind === "short-text";
  const field = h("textarea", { id, class: short ? "ns-short" : "", rows: short ? 1 : prompt.lines, "aria-describedby": describedby, autocapitalize: "sentences", on: { input: () => change(field.value.toWellFormed?.() ?? field.value, true) } });
  return {
    node: h("div", { class: "ns-field" }, field),
    /** @param {string | null} value */
    show: (value) => {
      if (field.value !== (value ?? "")) field.value = value ?? "";
    },
  };
}
