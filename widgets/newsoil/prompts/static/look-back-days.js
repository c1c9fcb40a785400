// @ts-check
/** The calendar: a month of days, each day with something on it a button that opens its notes. Blank days are just blank. */
import { dayInWords, dayOf } from "./clock.js";
import { button, h, say } from "./dom.js";
import { drawLine } from "./look-back-line.js";

const WEEK = 7, A_MONDAY = 5;

/** A month, so many further on. @param {string} month `2026-11` @param {number} by */
function monthBy(month, by) {
  const [year, number] = month.split("-").map(Number);
  return dayOf(new Date(year, number - 1 + by, 1)).slice(0, 7);
}

/** The days of a month in weeks from Monday to Sunday, blank where another month is. @param {string} month */
function weeksOf(month) {
  const [year, number] = month.split("-").map(Number), first = (new Date(year, number - 1, 1).getDay() + WEEK - 1) % WEEK, last = new Date(year, number, 0).getDate();
  const days = [...Array(first).fill(""), ...Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`)];
  return Array.from({ length: Math.ceil(days.length / WEEK) }, (_, at) => [...days.slice(WEEK * at, WEEK * (at + 1)), ...Array(WEEK).fill("")].slice(0, WEEK));
}

/** @param {import("./look-back.js").Back} back @param {any} there */
export function drawDays(back, { months: [first, latest] }) {
  const { words, language } = back, locale = language === "en" ? "en-GB" : language, thisMonth = dayOf().slice(0, 7), last = latest > thisMonth ? latest : thisMonth;
  const title = h("h2", { id: "ns-days", tabindex: -1 }), says = h("p", { "aria-live": "polite" }), ways = h("div", { class: "ns-acts" }), body = h("tbody", {}), day = h("div", { class: "ns-day" });
  const weekdays = Array.from({ length: WEEK }, (_, at) => new Date(2026, 0, A_MONDAY + at)), name = (/** @type {Date} */ at, /** @type {"short" | "long"} */ weekday) => at.toLocaleDateString(locale, { weekday });
  const head = h("thead", {}, h("tr", {}, ...weekdays.map((at) => h("th", { scope: "col" }, h("abbr", { title: name(at, "long") }, name(at, "short"))))));
  const monthInWords = (/** @type {string} */ month) => dayInWords(month, language);

  /** @param {string} month @param {boolean} [asked] whether the person asked for it, and not the page */
  async function show(month, asked) {
    const { days = [], sentence } = await back.ask({ kind: "month", month });
    const known = new Map(days.map((/** @type {any} */ one) => [one.day, one])), noted = days.filter((/** @type {any} */ one) => one.notes).length;
    title.textContent = monthInWords(month);
    says.textContent = sentence ?? (noted > 1 ? say(words["days-several"], { n: noted }) : words[noted ? "days-one" : "days-none"]);
    ways.replaceChildren(...[[-1, month > first], [1, month < last]].filter(([, open]) => open).map(([by]) => {
      const other = monthBy(month, Number(by));
      return button(monthInWords(other), () => show(other, true), "ns-btn ns-btn-small");
    }));
    body.replaceChildren(...weeksOf(month).map((week) => h("tr", {}, ...week.map((one) => h("td", {}, cell(one, known.get(one)))))));
    day.replaceChildren();
    if (asked) title.focus();
  }
  /** @param {string} one @param {any} told */
  function cell(one, told) {
    if (!one) return null;
    const number = String(Number(one.slice(8))), isToday = one === dayOf(), inWords = [dayInWords(one, language), ...(isToday ? [words["day-today"]] : [])].join(", ");
    const mark = h("span", { class: "ns-day-mark", "aria-hidden": "true" }), look = `ns-day-of${isToday ? " ns-today" : ""}`;
    if (!told) return h("span", { class: look }, h("span", {}, number), isToday && h("span", { class: "ns-vh" }, `, ${words["day-today"]}`));
    const says = told.notes ? say(words[told.notes > 1 ? "day-several" : "day-one"], { day: inWords, n: told.notes }) : say(words["day-put-off"], { day: inWords });
    const opener = button([h("span", {}, number), mark], () => showDay(one, opener), `${look} ${told.notes ? "ns-noted-day" : "ns-put-off-day"}`, { "aria-label": says, "aria-pressed": "false" });
    return opener;
  }
  /** @param {string} one @param {HTMLElement} opener */
  async function showDay(one, opener) {
    for (const pressed of body.querySelectorAll('[aria-pressed="true"]')) pressed.setAttribute("aria-pressed", "false");
    opener.setAttribute("aria-pressed", "true");
    const { notes = [], sentence } = await back.ask({ kind: "day", day: one }), heading = h("h3", { tabindex: -1 }, dayInWords(one, language));
    day.replaceChildren(heading, sentence ? h("p", {}, sentence) : h("ul", { class: "ns-listing" }, ...notes.map((/** @type {any} */ note) => drawLine(back, note, false))));
    heading.focus();
  }
  const key = h("p", { class: "ns-day-key ns-meta", "aria-hidden": "true" }, ...["note", "put-off", "today"].map((name) => h("span", {}, h("span", { class: `ns-key-${name}` }), words[`key-${name}`])));
  show(latest > thisMonth || latest === thisMonth ? thisMonth < first ? first : thisMonth : latest);
  return h("section", { class: "ns-sheet ns-days", "aria-labelledby": title.id }, h("header", {}, title, ways), says, h("table", { class: "ns-month", "aria-labelledby": title.id }, head, body), key, day);
}
