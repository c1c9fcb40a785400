// @ts-check
/** Sentence: a few parts, and how they read together. Words that sound like blame bring a soft hint and stop nobody. */
import { h } from "../dom.js";
import { drawWriting } from "./writing.js";

const READ_AFTER = 800;

/** The words that lead to a part, as they are said where the part stands alone. @param {any} part @returns {string} */
const leadOf = (part) => part.before.trim().replace(/^[,.;:\s]+/, "");

/**
 * The whole sentence, with `…` where a part is empty. Where the words that lead to a part begin with a comma or a full stop, they stand
 * close to what is before them.
 * @param {any} prompt @param {Record<string, string>} value
 * @returns {string}
 */
export function sentenceOf(prompt, value) {
  let whole = "";
  for (const part of prompt.parts) {
    const said = (value[part.id] ?? "").trim().replace(/\s+/g, " ") || "…";
    let before = part.before.trim();
    if (whole.endsWith("…") && before.startsWith(".")) before = leadOf(part);
    if (/^[,.;:]/.test(before)) whole = whole.replace(/[,.;:]+$/, "");
    else if (whole) whole += " ";
    whole += `${before} ${said}`.trim();
  }
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`;
}

/** Words alone, in small letters, with a space at both ends. @param {string} text */
const bareWords = (text) => ` ${text.toLowerCase().replaceAll("’", "'").replace(/[^\p{L}\p{N}']+/gu, " ").trim()} `;

/**
 * Whether it could be heard as blame: a phrase of blame anywhere in the whole of it, or a first part that begins with the other person.
 * @param {any} prompt @param {Record<string, string>} value
 * @returns {boolean}
 */
export function mayBlame(prompt, value) {
  const whole = bareWords(sentenceOf(prompt, value)), first = bareWords(value[prompt.parts[0].id] ?? "");
  return prompt.blame.some((/** @type {string} */ phrase) => whole.includes(bareWords(phrase))) || prompt["blame-first"].some((/** @type {string} */ word) => first.startsWith(bareWords(word)));
}

/** @type {import("./kind.js").Draw} */
export function drawSentence(place) {
  const { prompt, id, words, text, change } = place;
  /** @type {Record<string, string>} */
  let value = {};
  let timer = 0;
  const title = h("p", { class: "ns-hint", id: `${id}-reads` }, words["so-it-reads"]);
  const preview = h("output", { class: "ns-reads", "aria-live": "polite", "aria-labelledby": title.id, for: prompt.parts.map((/** @type {any} */ part) => `${id}-${part.id}`).join(" ") });
  const soft = h("p", { class: "ns-hint" }, prompt["blame-hint"]);

  function read() {
    title.hidden = !Object.keys(value).length;
    preview.textContent = title.hidden ? "" : sentenceOf(prompt, value); // it stays there, so that what comes into it is said
    soft.hidden = !mayBlame(prompt, value);
  }
  /** @param {string} part @param {string} said @param {boolean} typing */
  function set(part, said, typing) {
    const { [part]: _, ...others } = value;
    value = said ? { ...others, [part]: said } : others;
    change(Object.keys(value).length ? value : null, typing);
    window.clearTimeout(timer);
    timer = window.setTimeout(read, READ_AFTER);
  }
  const parts = prompt.parts.map((/** @type {any} */ part) => {
    const at = `${id}-${part.id}`, hint = text(part.hint);
    const { node, show } = drawWriting({ ...place, prompt: { kind: "short-text" }, id: at, describedby: hint ? `${at}-hint` : undefined, change: (said, typing) => set(part.id, said, typing) });
    const lead = leadOf(part);
    return { part, show, node: h("div", { class: "ns-cell", "data-part": part.id }, h("label", { for: at }, lead && h("strong", {}, `${lead} … `), h("span", { class: "ns-hint" }, text(part.label))), hint && h("p", { class: "ns-hint", id: `${at}-hint` }, hint), node) };
  });
  return {
    node: h("div", { class: "ns-sentence" }, ...parts.map((/** @type {any} */ one) => one.node), h("div", {}, title, preview, soft)),
    /** @param {Record<string, string> | null} kept */
    show: (kept) => {
      value = Object.fromEntries(prompt.parts.flatMap((/** @type {any} */ part) => (kept?.[part.id] ? [[part.id, kept[part.id]]] : [])));
      for (const { part, show } of parts) show(value[part.id] ?? null);
      window.clearTimeout(timer);
      read();
    },
  };
}
