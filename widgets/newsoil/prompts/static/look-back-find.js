// @ts-check
/** Looking for words: what is found is shown while the person types, and narrowed by page, exercise, tag and months. Nothing of it is kept. */
import { dayInWords } from "./clock.js";
import { button, h, say, unkept } from "./dom.js";
import { drawSelect } from "./keeping-parts.js";
import { drawLine } from "./look-back-line.js";

const FIND_AFTER = 60, A_PAGE = 20, LONGEST = 200;

/** Every month from one to another, the newest first. @param {string} first @param {string} last @returns {string[]} */
function monthsBetween(first, last) {
  const months = [];
  for (let [year, month] = last.split("-").map(Number); `${year}-${String(month).padStart(2, "0")}` >= first; month === 1 ? ([year, month] = [year - 1, 12]) : month--) months.push(`${year}-${String(month).padStart(2, "0")}`);
  return months;
}

/** @param {string} month */
const endOf = (month) => `${month}-${new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate()}`;

/** @param {import("./look-back.js").Back} back @param {any} there */
export function drawFind(back, { months: [first, last], stages, exercises, tags }) {
  const { words, language } = back, title = h("h2", { id: "ns-find", tabindex: -1 }, words.find);
  const field = h("input", { type: "text", id: "ns-find-words", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: LONGEST, inputmode: "search", enterkeyhint: "search", "aria-describedby": "ns-find-hint" });
  const named = (/** @type {any[]} */ things) => /** @type {[string, string][]} */ (things.map(({ id, title: name }) => [id, name])), months = /** @type {[string, string][]} */ (monthsBetween(first, last).map((month) => [month, dayInWords(month, language)]));
  const choices = Object.fromEntries(/** @type {[string, [string, string][]][]} */ ([
    ["stage", [["", words["find-all"]], ...named(stages)]], ["exercise", [["", words["find-all"]], ...named(exercises)]], ["tag", [["", words["find-all"]], ...named(tags)]],
    ["first", [["", words["find-from-start"]], ...months]], ["last", [["", words["find-to-end"]], ...months]],
  ]).map(([name, options]) => [name, drawSelect(`find-${name}`, words[`find-${name}`], options)]));
  const told = h("p", { class: "ns-found-told", role: "status" }), list = h("ul", { class: "ns-listing" }), more = button(words["found-more"], () => look(most + A_PAGE), "ns-btn", { hidden: true });
  let most = A_PAGE, timer = 0, nth = 0;

  /** What is asked; nothing where nothing is. */
  function asked() {
    const chosen = Object.fromEntries(Object.entries(choices).map(([name, { select }]) => [name, select.value]).filter(([, value]) => value)), { first: from, last: until, ...others } = chosen;
    const message = { ...others, ...(from && { first: `${from}-01` }), ...(until && { last: endOf(until) }), ...(field.value.trim() && { words: field.value.trim() }) };
    return Object.keys(message).length ? message : null;
  }
  /** @param {number} upTo */
  async function look(upTo) {
    const mine = ++nth, message = asked();
    most = upTo;
    if (!message) return show({ notes: [], of: 0 }, "");
    const found = await back.ask({ kind: "find", ...message, most });
    if (mine === nth) show(found, found.sentence ?? (found.of > 1 ? say(words["found-several"], { n: found.of.toLocaleString(language) }) : words[found.of ? "found-one" : "found-none"]));
  }
  /** @param {any} found @param {string} says */
  function show({ notes = [], of = 0 }, says) {
    const before = list.children.length;
    told.textContent = says;
    list.replaceChildren(...notes.map((/** @type {any} */ note) => drawLine(back, note, true)));
    const goesOn = !more.hidden && document.activeElement === more;
    more.hidden = notes.length >= of;
    if (goesOn) list.children[before]?.querySelector("button")?.focus();
  }
  const soon = () => (clearTimeout(timer), timer = window.setTimeout(() => look(A_PAGE), FIND_AFTER));
  field.addEventListener("input", soon);
  for (const { select } of Object.values(choices)) select.addEventListener("change", () => look(A_PAGE));
  const form = unkept({ role: "search", "aria-labelledby": title.id }, h("label", { class: "ns-q", for: field.id }, words["find-label"]), h("p", { class: "ns-hint", id: "ns-find-hint" }, words["find-says"]), h("div", { class: "ns-field" }, field));
  form.addEventListener("submit", () => (clearTimeout(timer), look(A_PAGE)));
  const shown = Object.entries(choices).filter(([name]) => name !== "tag" || tags.length);
  return h("section", { class: "ns-sheet ns-find", "aria-labelledby": title.id }, h("header", {}, title), form,
    h("details", { class: "ns-narrow" }, h("summary", {}, words["find-narrow"]), h("div", { class: "ns-narrowed" }, ...shown.map(([, { node }]) => node))), told, list, more);
}
