// @ts-check
/**
 * The fields of a facilitator's forms: native inputs, each with its label. Rows are small records, such as the sentences of an agreement.
 *
 * @typedef {{id: string, kind: string, label: string, hint?: string, rows?: number, columns?: Field[], options?: {id: string, label: string}[], quiet?: boolean, when?: Record<string, string>}} Field
 * A quiet field has its label for whoever does not see: it stands alone in its row, and the row says what it is.
 * @typedef {(value: any, typing: boolean) => void} Change
 */
import { button, freshId, h, say } from "../../prompts/static/dom.js";
import { drawOption } from "../../prompts/static/keeping-parts.js";

/** @type {Record<string, string>} */
const INPUTS = { line: "text", day: "date", clock: "time", minutes: "number" };

/**
 * @param {Field} field @param {string} id @param {any} value @param {Record<string, string>} words @param {Change} change
 * @returns {HTMLElement}
 */
export function drawField(field, id, value, words, change) {
  if (field.kind === "tick") return drawOption({ type: "checkbox", id, checked: value === true, on: { change: (/** @type {any} */ event) => change(event.target.checked, false) } }, field.label, field.hint);
  if (field.kind === "rows") return drawRows(field, id, value ?? [], words, change);
  if (field.kind === "texts") return drawRows({ ...field, columns: [{ id: "says", kind: "text", label: words.part, rows: 3 }] }, id, (value ?? []).map((/** @type {string} */ says) => ({ says })), words,
    (rows, typing) => change(rows.map((/** @type {any} */ row) => row.says).filter((/** @type {string} */ says) => says?.trim()), typing));
  const hint = field.hint ? h("p", { class: "ns-hint", id: `${id}-hint` }, field.hint) : null, described = hint ? { "aria-describedby": hint.id } : {};
  const control = h(field.kind === "text" ? "textarea" : field.kind === "choice" ? "select" : "input", { id, autocomplete: "off", ...described, ...looks(field) }, ...(field.kind === "choice" ? optionsOf(field, words) : []));
  control.value = value ?? "";
  const read = () => field.kind === "minutes" ? Number(control.value) : control.value;
  control.addEventListener("input", () => change(read(), field.kind !== "choice"));
  return h("div", { class: "ns-prompt ns-fac-field", "data-field": field.id }, h("label", { class: field.quiet ? "ns-vh" : "ns-q", for: id }, field.label), hint, h("div", { class: "ns-field" }, control));
}

/** @param {Field} field */
function looks(field) {
  if (field.kind === "text") return { rows: field.rows ?? 4 };
  return field.kind === "choice" ? {} : { type: INPUTS[field.kind], ...(field.kind === "minutes" ? { min: 0, max: 240, step: 1 } : {}) };
}

/** @param {Field} field @param {Record<string, string>} words */
const optionsOf = (field, words) => [h("option", { value: "" }, words["choose-one"] ?? "…"), ...(field.options ?? []).map(({ id, label }) => h("option", { value: id }, label))];

/** @param {Field} field @param {string} id @param {any[]} value @param {Record<string, string>} words @param {Change} change */
function drawRows(field, id, value, words, change) {
  const rows = value.map((row) => ({ ...row })), list = h("div", { class: "ns-fac-rows" });
  const more = button(words.add, () => {
    const row = {};
    rows.push(row);
    list.append(drawRow(row));
    number();
    list.lastElementChild?.querySelector("input, textarea, select")?.focus();
  });
  function number() {
    for (const [at, one] of [...list.children].entries()) {
      const name = say(words.line, { number: at + 1 });
      one.setAttribute("aria-label", name);
      one.querySelector(".ns-fac-out")?.setAttribute("aria-label", `${words.remove}: ${name}`);
    }
  }
  /** @param {any} row */
  function drawRow(row) {
    const place = freshId();
    const out = button(words.remove, () => {
      rows.splice(rows.indexOf(row), 1);
      node.remove();
      number();
      change(rows, false);
      more.focus();
    }, "ns-text-btn ns-fac-out");
    const columns = field.columns ?? [], quiet = columns.length === 1;
    const node = h("div", { class: "ns-fac-row", role: "group" }, ...columns.map((column) => drawField({ ...column, quiet }, `${place}-${column.id}`, row[column.id], words, (one, typing) => {
      row[column.id] = one;
      change(rows, typing);
    })), out);
    return node;
  }
  list.append(...rows.map(drawRow));
  number();
  const hint = field.hint ? h("p", { class: "ns-hint" }, field.hint) : null;
  return h("fieldset", { class: "ns-prompt ns-fac-field", "data-field": field.id }, h("legend", { class: "ns-q" }, field.label), hint, list, h("div", { class: "ns-acts" }, more));
}
