// @ts-check
/** Rows: a list of small records. Each row has an id of its own, so that it can be changed without its neighbours. */
import { button, freshId, h, say } from "../dom.js";
import { drawDate } from "./date.js";
import { drawChoice } from "./one-of.js";
import { drawWriting } from "./writing.js";

/** @type {Record<string, import("./kind.js").Draw>} */
const cells = { "short-text": drawWriting, choice: drawChoice, date: drawDate };

/**
 * The fields of one row, one for each column.
 * @param {import("./kind.js").Place} place @param {Record<string, any>} row @param {(column: any, value: any, typing: boolean) => void} set
 * @returns {HTMLElement[]}
 */
export function drawCells(place, row, set) {
  return place.prompt.columns.map((/** @type {any} */ column) => {
    const cell = `${place.id}-${row.id}-${column.id}`, single = column.kind === "short-text";
    const drawn = cells[column.kind]({ ...place, prompt: column, id: cell, describedby: undefined, change: (value, typing) => set(column, value, typing) });
    drawn.show(row[column.id] ?? null);
    return h(single ? "div" : "fieldset", { class: "ns-cell", "data-column": column.id }, h(single ? "label" : "legend", { class: "ns-hint", for: single && cell }, place.text(column.label)), drawn.node);
  });
}

/**
 * The rows with one cell changed; an empty cell is left out of its row.
 * @param {Record<string, any>[]} rows @param {string} row @param {string} column @param {any} value
 */
export const withCell = (rows, row, column, value) => rows.map((one) => {
  if (one.id !== row) return one;
  const { [column]: _, ...others } = one;
  return value === null || value === "" ? others : { ...others, [column]: value };
});

/** @type {import("./kind.js").Draw} */
export function drawRows(place) {
  const { prompt, words, change } = place, wordsFirst = prompt.columns[0].kind === "short-text";
  /** @type {Record<string, any>[]} */
  let rows = [];
  const list = h("ol", { class: "ns-records" });
  const adder = button(prompt.add, () => add());

  /** Whether nothing is said in a row yet. What is asked about its words waits until there are some: five empty rows are no wall of questions then. @param {any} row */
  const isBlank = (row) => wordsFirst && Object.keys(row ?? {}).length < 2;
  /** @param {boolean} typing */
  function tell(typing) {
    const filled = rows.filter((row) => Object.keys(row).length > 1);
    change(filled.length ? filled : null, typing);
    alone();
  }
  /** A first row stands there to be written in; while nothing is in it, there is nothing to remove. */
  function alone() {
    const removers = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(":scope > li > .ns-record > .ns-text-btn"));
    for (const one of removers) one.hidden = rows.length === 1 && Object.keys(rows[0]).length === 1;
  }
  /** One more row; an empty one that stands last is taken. */
  function add() {
    if (rows.length && Object.keys(rows[rows.length - 1]).length > 1) {
      rows = [...rows, { id: freshId() }];
      list.append(record(rows[rows.length - 1], rows.length));
    }
    list.lastElementChild.querySelector("textarea, input")?.focus();
  }
  /** @param {string} gone */
  function remove(gone) {
    rows = rows.filter((row) => row.id !== gone);
    draw();
    tell(false);
    adder.focus();
  }
  /** @param {any} row @param {number} number */
  function record(row, number) {
    const name = say(words["row-name"], { number });
    const fields = drawCells(place, row, (column, value, typing) => {
      rows = withCell(rows, row.id, column.id, value);
      node.classList.toggle("ns-blank", isBlank(rows.find((one) => one.id === row.id)));
      tell(typing);
    });
    const node = h("div", { class: isBlank(row) ? "ns-record ns-blank" : "ns-record", role: "group", "aria-label": name }, ...fields, button([words.remove, h("span", { class: "ns-vh" }, ` ${name}`)], () => remove(row.id), "ns-text-btn"));
    return h("li", {}, node);
  }
  function draw() {
    if (!rows.length) rows = [{ id: freshId() }];
    list.replaceChildren(...rows.map((row, at) => record(row, at + 1)));
    alone();
  }
  return {
    node: h("div", {}, list, adder),
    /** @param {any[] | null} value */
    show: (value) => {
      rows = (value ?? []).map((row) => ({ ...row }));
      draw();
    },
  };
}
