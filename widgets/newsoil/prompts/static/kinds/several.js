// @ts-check
/** Choices: any number of options as native checkboxes, and own words where the prompt takes them. */
import { button, h, say } from "../dom.js";

/** Characters of an option above which a phone shows one in a row. */
const LONG = 18;

/** @type {import("./kind.js").Draw} */
export function drawSeveral({ prompt, id, words, text, own: before, change }) {
  /** @type {string[]} */
  let chosen = [];
  const long = prompt.options.some((/** @type {any} */ one) => one.note || text(one.label).length > LONG), chips = long ? "ns-chips ns-long" : "ns-chips";
  const boxes = h("div", { class: chips });
  const rest = h("div", { class: chips, hidden: true });
  const enough = h("p", { class: "ns-hint", role: "status" });
  const opener = button(words["more-words"], () => open(rest.hidden), "ns-text-btn", { "aria-expanded": "false" });
  /** @param {boolean} wide */
  function open(wide) {
    rest.hidden = !wide;
    opener.setAttribute("aria-expanded", String(wide));
    opener.textContent = words[wide ? "fewer-words" : "more-words"];
  }
  /** Tell what is chosen, a word that is still being typed included. @param {boolean} typing */
  function tell(typing) {
    const half = prompt.own ? typed() : "", all = half && !chosen.includes(half) ? [...chosen, half] : chosen;
    change(all.length ? all : null, typing);
  }
  /** @param {string} value @param {string} label @param {string} [note] */
  function chip(value, label, note = "") {
    const box = h("input", { type: "checkbox", value, autocomplete: "off", on: { change: () => ((chosen = box.checked ? [...chosen, value] : chosen.filter((one) => one !== value)), limit(), tell(false)) } });
    box.checked = chosen.includes(value);
    return h("label", { class: "ns-row ns-chip" }, box, h("span", {}, label, note && h("small", {}, note)));
  }
  /** Where only so many can be chosen, the others wait until one is taken away. */
  function limit() {
    const full = prompt.most > 0 && chosen.length >= prompt.most;
    for (const box of [...boxes.querySelectorAll("input"), ...rest.querySelectorAll("input")]) box.disabled = full && !box.checked;
    if (prompt.most) enough.textContent = full ? say(words["choices-full"], { most: prompt.most }) : "";
  }
  function draw() {
    const known = prompt.options.map((/** @type {any} */ option) => option.id), first = prompt.more || known.length;
    const mine = new Set([...chosen, ...(prompt.own ? before : [])].filter((one) => !known.includes(one))), own = [...mine].map((one) => chip(one, one));
    const all = prompt.options.map((/** @type {any} */ option) => chip(option.id, text(option.label), text(option.note)));
    boxes.replaceChildren(...all.slice(0, first), ...own);
    rest.replaceChildren(...all.slice(first));
    if (known.slice(first).some((/** @type {string} */ one) => chosen.includes(one))) open(true);
    limit();
  }
  const word = h("textarea", { id: `${id}-own`, class: "ns-short", rows: 1, autocomplete: "off", on: { input: () => tell(true), keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && (event.preventDefault(), add()), focusout: () => add() } });
  /** The word in the field, cut at the length that the kernel takes, and never within a letter. */
  function typed() {
    const value = [...word.value.trim()].slice(0, 2000).join("");
    return value.toWellFormed?.() ?? value;
  }
  function add() {
    const value = typed();
    if (!value) return;
    word.value = "";
    if (!chosen.includes(value)) chosen = [...chosen, value];
    draw();
    tell(false);
  }
  const own = prompt.own && h("div", { class: "ns-own" }, h("label", { class: "ns-hint", for: `${id}-own` }, prompt.own), h("div", { class: "ns-add" }, word, button(words.add, () => (add(), word.focus()))));
  return {
    node: h("div", {}, boxes, prompt.more ? opener : null, rest, prompt.most ? enough : null, own || null),
    /** @param {string[] | null} value */
    show: (value) => {
      chosen = [...(value ?? [])];
      draw();
    },
  };
}
