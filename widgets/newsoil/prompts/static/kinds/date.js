// @ts-check
/** A date in three small fields, or "about when": a month or a year alone. No calendar to click through. */
import { dayOf } from "../clock.js";
import { button, h } from "../dom.js";

/**
 * The date that three fields mean, or what is wrong with them.
 * @param {string} day @param {string} month @param {string} year @param {boolean} about
 * @returns {{value?: string | null, wrong?: string}} `wrong` is the key of a sentence
 */
export function readDate(day, month, year, about) {
  if (!day && !month && !year) return { value: null };
  if (!/^\d{4}$/.test(year)) return { wrong: "date-year" };
  if (!month) return day ? { wrong: "date-month" } : about ? { value: year } : { wrong: "date-whole" };
  if (!/^\d{1,2}$/.test(month) || +month < 1 || +month > 12) return { wrong: "date-month" };
  const start = `${year}-${month.padStart(2, "0")}`;
  if (!day) return about ? { value: start } : { wrong: "date-whole" };
  const last = new Date(Date.UTC(+year, +month, 0)).getUTCDate();
  if (!/^\d{1,2}$/.test(day) || +day < 1 || +day > last) return { wrong: "date-day" };
  return { value: `${start}-${day.padStart(2, "0")}` };
}

/** @type {import("./kind.js").Draw} */
export function drawDate({ prompt, id, words, change }) {
  const problem = h("p", { class: "ns-problem", id: `${id}-problem`, role: "alert" });
  /** @param {string} part @param {number} size */
  const part = (part, size) => h("input", { type: "text", inputmode: "numeric", id: `${id}-${part}`, maxlength: size, size, autocomplete: "off", "aria-describedby": `${id}-problem`, on: { input: () => tell(false) } });
  const fields = { day: part("day", 2), month: part("month", 2), year: part("year", 4) };
  /** @param {boolean} leaving whether the person is done with the fields, so that a wrong date may be named */
  function tell(leaving) {
    const read = readDate(fields.day.value.trim(), fields.month.value.trim(), fields.year.value.trim(), prompt.about);
    problem.textContent = leaving && read.wrong ? words[read.wrong] : "";
    if (!read.wrong) change(read.value, true);
  }
  /** @param {string | null} value */
  function show(value) {
    const [year = "", month = "", day = ""] = (value ?? "").split("-");
    problem.textContent = "";
    Object.assign(fields.year, { value: year }), Object.assign(fields.month, { value: month }), Object.assign(fields.day, { value: day });
  }
  /** @param {number} before */
  const near = (before) => {
    const at = new Date();
    at.setDate(at.getDate() - before);
    show(dayOf(at));
    tell(true);
  };
  const node = h("div", { class: "ns-date", on: { focusout: (/** @type {FocusEvent} */ event) => !node.contains(/** @type {Node} */ (event.relatedTarget)) && tell(true) } },
    h("div", { class: "ns-date-parts" }, ...["day", "month", "year"].map((name) => h("div", {}, h("label", { class: "ns-hint", for: `${id}-${name}` }, words[name]), /** @type {any} */ (fields)[name]))),
    prompt.far ? "" : h("div", { class: "ns-acts" }, ...[["today", 0], ["yesterday", 1]].map(([name, before]) => button(words[name], () => near(Number(before)), "ns-text-btn"))),
    problem);
  return { node, show };
}
