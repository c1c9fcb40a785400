// @ts-check
/** Ladder: rows that stand on steps, the lightest first. Buttons move them; nothing is dragged, and no step is locked. */
import { button, freshId, h, say } from "../dom.js";
import { drawCells, withCell } from "./rows.js";

const NAMED = 60;

/** @type {import("./kind.js").Draw} */
export function drawLadder(place) {
  const { prompt, id, words, text, change } = place, [first] = prompt.columns;
  /** @type {Record<string, any>[]} */
  let rows = [];
  /** @type {any[]} */
  const lists = prompt.steps.map((/** @type {any} */ _, /** @type {number} */ at) => h("ul", { class: "ns-records", "aria-labelledby": `${id}-step-${at + 1}` }));
  /** @type {any[]} */
  const adders = prompt.steps.map((/** @type {any} */ step, /** @type {number} */ at) => button([prompt.add, h("span", { class: "ns-vh" }, ` (${text(step)})`)], () => add(at + 1)));
  const moved = h("p", { class: "ns-vh", "aria-live": "polite" });

  /** @param {boolean} typing */
  function tell(typing) {
    const filled = rows.filter((row) => Object.keys(row).length > 2);
    change(filled.length ? filled : null, typing);
  }
  /** @param {string} row @returns {any} */
  const find = (row) => rows.find((one) => one.id === row) ?? {};
  /** What a row is called: its own first words, or its number. @param {string} row */
  function called(row) {
    const own = [...String(find(row)[first.id] ?? "").trim()];
    return own.length > NAMED ? `${own.slice(0, NAMED).join("")}…` : own.join("") || say(words["row-name"], { number: rows.findIndex((one) => one.id === row) + 1 });
  }
  /** @param {number} step */
  function add(step) {
    const row = { id: freshId(), step };
    rows = [...rows, row];
    lists[step - 1].append(record(row));
    lists[step - 1].lastElementChild.querySelector("textarea, input")?.focus();
  }
  /** @param {string} gone */
  function remove(gone) {
    const { step } = find(gone);
    rows = rows.filter((row) => row.id !== gone);
    draw();
    tell(false);
    adders[step - 1].focus();
  }
  /** @param {string} row @param {number} by */
  function move(row, by) {
    rows = rows.map((one) => (one.id === row ? { ...one, step: one.step + by } : one));
    draw();
    tell(false);
    const step = find(row).step, drawn = lists[step - 1].querySelector(`[data-row="${row}"]`);
    (drawn.querySelector(`[data-by="${by}"]`) ?? drawn.querySelector("[data-by]")).focus();
    moved.textContent = say(words.moved, { name: called(row), step: text(prompt.steps[step - 1]) });
  }
  /** @param {any} row */
  function record(row) {
    /** @type {[HTMLElement, string][]} */
    const named = [];
    /** Words for those who hear the button and not what is around it. @param {string} template */
    const about = (template) => {
      const span = h("span", { class: "ns-vh" });
      named.push([span, template]);
      return span;
    };
    const node = h("div", { class: "ns-record", role: "group", "data-row": row.id });
    function name() {
      node.setAttribute("aria-label", called(row.id));
      for (const [span, template] of named) span.textContent = say(template, { name: called(row.id) });
    }
    /** @param {number} by @param {string} where @param {string} arrow */
    const mover = (by, where, arrow) => row.step + by > 0 && row.step + by <= lists.length && button([h("span", { "aria-hidden": "true" }, arrow), about(`${words.move} `), words[where]], () => move(row.id, by), "ns-text-btn", { "data-by": by });
    node.append(
      ...drawCells(place, row, (column, value, typing) => {
        rows = withCell(rows, row.id, column.id, value);
        if (column.id === first.id) name();
        tell(typing);
      }),
      h("div", { class: "ns-moves" }, mover(-1, "lighter", "↑ "), mover(1, "more-tender", "↓ "), button([words.remove, about(" ‘{name}’")], () => remove(row.id), "ns-text-btn")));
    name();
    return h("li", {}, node);
  }
  function draw() {
    lists.forEach((list, at) => list.replaceChildren(...rows.filter((row) => row.step === at + 1).map(record)));
  }
  return {
    node: h("div", {}, h("ol", { class: "ns-ladder" }, ...prompt.steps.map((/** @type {any} */ step, /** @type {number} */ at) => h("li", {}, h("p", { class: "ns-step", id: `${id}-step-${at + 1}` }, text(step)), lists[at], adders[at]))), moved),
    /** @param {any[] | null} value */
    show: (value) => {
      rows = (value ?? []).map((row) => ({ ...row, step: Math.min(lists.length, Math.max(1, row.step || 1)) }));
      draw();
    },
  };
}
