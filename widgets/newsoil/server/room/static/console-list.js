// @ts-check
/** The local list of help, to be filled in. A meeting does not begin without one that somebody has checked. */
import { h, unkept } from "../../../prompts/static/dom.js";
import { linesPart } from "./console-lines.js";
import { folded, pressed, reveal, write } from "./console-live.js";
import { field, labelled, rowOf } from "./console-row.js";
import { said, today } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */
/** @typedef {ReturnType<typeof rowOf>} Row */

/** @param {import("./console-live.js").Act} act */
export function listPart(act) {
  /** @type {Row[]} */
  let rows = [];
  /** @type {View | null} what the form was filled from */
  let from = null;
  /** @type {View | null} what the room has */
  let help = null;
  let changed = false;
  const touch = () => void (changed = true);
  const place = field({ maxlength: "80" }), danger = h("textarea", { class: "con-field", rows: "2", maxlength: "200", autocomplete: "off", "aria-describedby": "danger-hint" });
  const lines = h("ul", { class: "con-form-lines" }), checked = h("input", { type: "checkbox", id: "checked", autocomplete: "off" });
  const wrongs = h("ul"), wrong = h("div", { class: "con-wrong", tabindex: "-1", hidden: true, role: "group", "aria-labelledby": "wrong" }, h("h3", { id: "wrong" }, said("wrong-title")), wrongs);
  const meanwhile = h("p", { class: "con-warn", hidden: true }, said("list-meanwhile")), saved = h("p", { class: "ns-meta", role: "status" });

  const count = () => rows.forEach((row, place) => row.count(place + 1));
  /** @param {Record<string, any>} [line] */
  function add(line = {}) {
    const row = rowOf(line, touch, () => { rows = rows.filter((one) => one !== row); count(); touch(); });
    rows.push(row);
    count();
    lines.append(row.node);
    return row;
  }
  /** Put in what the room has. */
  function fill() {
    for (const row of rows) row.node.remove();
    rows = [];
    place.value = help?.place ?? "";
    danger.value = help?.emergency ?? "";
    for (const line of help?.line ?? []) add(line);
    if (!rows.length) add();
    checked.checked = changed = false;
    from = help;
  }
  async function save() {
    const read = rows.filter((row) => !row.isEmpty()).map((row) => row.read());
    const found = read.flatMap((one) => one.wrong ?? []);
    if (!read.length) found.push({ says: said("wrong-empty"), field: rows[0]?.first ?? more });
    wrongs.replaceChildren(...found.map((one) => h("li", {}, pressed(one.says, () => one.field.focus(), "ns-text-btn"))));
    reveal(wrong, found.length > 0);
    if (found.length) return wrong.focus();
    const line = read.map((one) => one.line), list = { format_version: 1, place: place.value.trim(), emergency: danger.value.trim(), line };
    const day = checked.checked ? today() : JSON.stringify(line) === JSON.stringify(help?.line ?? []) ? help?.checked_on : null;
    changed = false;
    if (!(await act({ kind: "support", found: { ...list, ...(day && { checked_on: day }) } }))) return void (changed = true);
    write(saved, said("list-saved"));
    editing(false);
  }
  const more = pressed(said("line-add"), () => { add().first.focus(); touch(); });
  const form = unkept({ class: "con-form", novalidate: true }, wrong, meanwhile,
    labelled(said("list-place"), place), labelled(said("list-danger"), danger), h("p", { class: "ns-hint", id: "danger-hint" }, said("list-danger-hint")),
    h("fieldset", {}, h("legend", {}, said("list-who")), lines, more),
    h("label", { class: "con-check" }, checked, h("span", {}, said("list-checked-today"), h("small", {}, said("list-checked-hint")))),
    h("div", { class: "ns-acts" }, h("button", { class: "ns-btn" }, said("list-save"))));
  form.addEventListener("input", touch);
  form.addEventListener("submit", save);

  const change = pressed(said("list-change"), () => { editing(true); place.focus(); }), read = linesPart();
  const reading = h("div", {}, read.node, h("div", { class: "ns-acts" }, change));
  const node = folded("list", said("list-title"), h("p", { class: "ns-meta" }, said("list-hint")), reading, form, saved);
  /** @param {boolean} on */
  function editing(on) {
    reveal(form, on);
    reveal(change, !on);
    if (!on && !document.activeElement?.checkVisibility()) change.focus();
  }
  let drawn = "";
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase !== "over");
      read.show(view);
      reveal(reading, view.rehearsal || !["missing", "empty"].includes(view.support));
      if (drawn === (drawn = JSON.stringify([view.help, view.support, view.rehearsal]))) return;
      const first = from === null && !changed;
      help = view.help ?? {};
      reveal(meanwhile, changed && !first);
      if (!changed) fill();
      const blocks = !view.rehearsal && ["missing", "empty", "unchecked"].includes(view.support);
      if (first) node.open = blocks || (view.support === "old" && view.phase === "waiting");
      if (first || !changed) editing(blocks);
      reveal(change, !view.rehearsal && form.hidden);
    },
  };
}
