// @ts-check
/** One line of the local list while it is filled in: who, how to reach them, and what for. */
import { freshId, h } from "../../../prompts/static/dom.js";
import { FOR } from "./console-lines.js";
import { pressed, toHeading } from "./console-live.js";
import { said } from "./console-words.js";

/** @typedef {import("./console-lines.js").Helper} Helper */
/** What keeps something from being saved: a sentence, and the field that it is about. @typedef {{ says: string, field: HTMLElement }} Wrong */

/** What the room takes as a number and as an address (`guide/support.py`). */
const NUMBER = /^\+?\d[\d -]*\d$/, SITE = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./-]*)?$/;

/** A number or an address as the room writes it: people write brackets and slashes, and copy a site with what stands before and behind. @param {string} typed */
export function reach(typed) {
  const number = typed.replace(/[().\/\u00a0]/g, " ").replace(/[‐-―]/g, "-").replace(/\s+/g, " ").trim();
  if (NUMBER.test(number)) return { number };
  const [host, ...path] = typed.trim().replace(/^https?:\/\//i, "").replace(/[?#].*$/, "").split("/");
  const address = [host.toLowerCase(), ...path].join("/").replace(/\/$/, "");
  return SITE.test(address) ? { address } : null;
}

/** @param {string} label @param {HTMLElement} input @param {string} [look] */
export function labelled(label, input, look = "") {
  input.id ||= `f-${freshId()}`;
  return h("div", { class: `con-labelled ${look}` }, h("label", { for: input.id }, label), input);
}

/** @param {Record<string, any>} more */
export const field = (more) => h("input", { type: "text", autocomplete: "off", spellcheck: "false", class: "con-field", ...more });

/** @param {Helper} line @param {() => void} changed @param {() => void} gone */
export function rowOf(line, changed, gone) {
  const name = field({ maxlength: "120" }), way = field({ maxlength: "120", inputmode: "text" });
  const kind = h("select", { class: "con-field", autocomplete: "off" }, ...Object.entries(FOR).map(([value, says]) => h("option", { value }, says)));
  name.value = line.name ?? "";
  const shown = ["number", "address", "chat"].find((key) => line[key]) ?? "number"; // a line may be reached in other ways, too, and they stay
  way.value = line[shown] ?? "";
  kind.value = line.kind ?? "directory";
  const before = way.value;
  const away = pressed(said("line-remove"), () => {
    const near = /** @type {HTMLElement | null} */ ((node.nextElementSibling ?? node.previousElementSibling)?.querySelector("input"));
    near ? near.focus() : toHeading(node);
    node.remove();
    gone();
  }, "ns-text-btn");
  const group = h("div", { class: "con-line", role: "group" }, labelled(said("line-name"), name), labelled(said("line-way"), way), labelled(said("line-for"), kind), away);
  /** @type {HTMLElement} */
  const node = h("li", {}, group);
  node.addEventListener("input", changed);
  return {
    node,
    first: name,
    /** @param {number} n */
    count: (n) => group.setAttribute("aria-label", said("line-of", { n })),
    isEmpty: () => !name.value.trim() && !way.value.trim(),
    /** The line, or what is wrong with it. What a file says of it beside these three stays. @returns {{ line?: Helper, wrong?: Wrong }} */
    read() {
      const found = reach(way.value), { [shown]: _, ...rest } = line;
      if (!name.value.trim()) return { wrong: { says: said("wrong-name"), field: name } };
      if (!found) return { wrong: { says: said("wrong-way", { name: name.value.trim() }), field: way } };
      if (kind.value === "emergency" && !found.number) return { wrong: { says: said("wrong-emergency", { name: name.value.trim() }), field: way } };
      return { line: { ...rest, name: name.value.trim(), kind: kind.value, ...(way.value === before ? { [shown]: before } : found) } };
    },
  };
}
