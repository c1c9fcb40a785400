// @ts-check
/** Rows: a list of small records. Each row has an id of its own, so that it can be changed without its neighbours. */
import { button, freshId, h, say } from "../dom.js";
import { drawDate } from "./date.js";
import { drawChoice } from "./one-of.js";
import { drawWriting } from "./writing.js";

/** @type {Record<string, import("./kind.js").Draw>} */
const cells = { "short-text": drawWriting, choice: drawChoice, date: drawDate };

/** @type {import("./kind.js").Draw} */
export function drawRows(place) {
  const { prompt, id, words, text, change } = place;
  /** @type {Record<string, any>[]} */
  let rows = [];
  const list = h("ol", { class: "ns-records" });
  const adder = button(prompt.add, () => add());

  /** @param {boolean} typing */
  function tell(typing) {
    const filled = rows.filter((row) => Object.keys(row).length > 1);
    change(filled.length ? filled : null, typing);
  }
  function add() {
    rows = [...rows, { id: freshId() }];
    list.append(record(rows[rows.length - 1], rows.length));
    list.lastElementChild.querySelector("textarea, input")?.focus();
  }
  /** @param {string} gone */
  function remove(gone) {
    rows = rows.filter((row) => row.id !== gone);
    draw();
    tell(false);
    adder.focus();
  }
  /** @param {string} row @param {any} column @param {any} value @param {boolean} typing */
  function set(row, column, value, typing) {
    rows = rows.map((one) => {
      if (one.id !== row) return one;
      const { [column.id]: _, ...others } = one;
      return value === null || value === "" ? others : { ...others, [column.id]: value };
    });
    tell(typing);
  }
  /** @param {any} row @param {number} number */
  function record(row, number) {
    const name = say(words["row-name"], { number });
    const fields = prompt.columns.map((/** @type {any} */ column) => {
      const cell = `${id}-${row.id}-${column.id}`, single = column.kind === "short-text";
      const drawn = cells[column.kind]({ ...place, prompt: column, id: cell, describedby: undefined, change: (value, typing) => set(row.id, column, value, typing) });
      drawn.show(row[column.id] ?? null);
      return h(single ? "div" : "fieldset", { class: "ns-cell", "data-column": column.id }, h(single ? "label" : "legend", { class: "ns-hint", for: single && cell }, text(column.label)), drawn.node);
    });
    return h("li", {}, h("div", { class: "ns-record", role: "group", "aria-label": name }, ...fields, button([words.remove, h("span", { class: "ns-vh" }, ` ${name}`)], () => remove(row.id), "ns-text-btn")));
  }
  function draw() {
    list.replaceChildren(...rows.map((row, at) => record(row, at + 1)));
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
