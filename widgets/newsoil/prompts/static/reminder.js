// @ts-check
/**
 * A reminder for the person's own calendar. What is chosen goes to the kernel when they press the button, and comes back as a file; it is
 * kept nowhere, so a page that is opened again knows nothing of it. What fits and what not is the kernel's to say.
 *
 * @typedef {{node: HTMLElement, input: HTMLInputElement, problem: HTMLElement}} Field
 */
import { dayOf } from "./clock.js";
import { button, freshId, h, say } from "./dom.js";
import { asking } from "./asking.js";
import { drawFile } from "./keeping-file.js";
import { chosenOf, dayFrom, drawGroup, drawOption } from "./keeping-parts.js";
import { drawWork } from "./work.js";
import { drawDate, readDate } from "./kinds/date.js";

const REMINDER = "ns-reminder", HOW_OFTEN = `${REMINDER}-often`, FILE_TYPE = "text/calendar";

/**
 * A field of one line, with its hint and what is wrong with it.
 * @param {Record<string, string>} words @param {string} name @param {Record<string, any>} attributes
 * @returns {Field}
 */
function drawLine(words, name, attributes) {
  const id = `${REMINDER}-${name}`, hint = h("p", { class: "ns-hint", id: `${id}-hint` }, words[`${name}-hint`]), problem = h("p", { class: "ns-problem", role: "alert", id: `${id}-problem` });
  const input = h("input", { id, autocomplete: "off", "aria-describedby": `${hint.id} ${problem.id}`, ...attributes });
  return { node: h("div", { class: `ns-prompt ${id}` }, h("label", { class: "ns-q", for: id }, words[name]), hint, h("div", { class: "ns-field" }, input), problem), input, problem };
}

/**
 * A day, with the one that is offered. The field says itself when it is no day; whether it fits the others is said below it.
 * @param {Record<string, string>} words @param {string} name @param {number} days from today @param {Record<string, number>} limits
 * @returns {Field & {read: () => {value?: string | null, wrong?: string}}}
 */
function drawDay(words, name, days, limits) {
  const id = `${REMINDER}-${name}`, place = /** @type {any} */ ({ prompt: { far: true, about: false }, id, words, change() {} }), date = drawDate(place);
  date.show(dayFrom(days));
  /** @param {string} part @returns {HTMLInputElement} */
  const field = (part) => /** @type {any} */ (date.node.querySelector(`#${id}-${part}`));
  const typed = (/** @type {string} */ part) => field(part).value.trim();
  const problem = h("p", { class: "ns-problem", role: "alert", id: `${id}-misfit` }), node = drawGroup(words[name], say(words[`${name}-hint`] ?? "", limits), date.node, problem);
  for (const part of ["day", "month", "year"]) field(part).setAttribute("aria-describedby", `${id}-problem ${problem.id}`);
  return { node, input: field("day"), problem, read: () => readDate(typed("day"), typed("month"), typed("year"), false) };
}

/** @param {Record<string, string>} words @returns {Field} */
function drawOften(words) {
  const problem = h("p", { class: "ns-problem", role: "alert" });
  const rows = ["weekly", "twice", "daily"].map((value, at) => drawOption({ type: "radio", name: HOW_OFTEN, value, checked: at === 0 }, words[`often-${value}`], words[`often-${value}-more`]));
  return { node: drawGroup(words.often, "", h("div", { class: "ns-rows" }, ...rows), problem), input: rows[0].control, problem };
}

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words, most, offered, longest } = model.get("content"), ask = asking(model, signal), work = drawWork(words), result = h("div", {});
    const heading = h("h2", { id: `${REMINDER}-heading` }, words.heading);
    const title = drawLine(words, "title", { type: "text", value: words["title-default"], maxlength: longest }), time = drawLine(words, "time", { type: "time" });
    const first = drawDay(words, "first", 1, { most }), last = drawDay(words, "last", offered, { most }), often = drawOften(words);
    /** @type {Record<string, Field>} */
    const fields = { title, time, often, first, last };
    const form = h("div", { class: `${REMINDER}-form` }, ...Object.values(fields).map(({ node }) => node), h("div", { class: "ns-acts" }, button(words.make, make, "ns-btn ns-btn-main")), work.node, result);

    function forget() {
      result.replaceChildren();
      for (const { input, problem } of Object.values(fields)) {
        problem.textContent = "";
        input.removeAttribute("aria-invalid");
      }
    }
    /** @param {string} name @param {string} sentence */
    function complain(name, sentence) {
      const { input, problem } = fields[name];
      problem.textContent = sentence;
      if (input.type !== "radio") input.setAttribute("aria-invalid", "true");
      input.focus();
    }
    async function make() {
      forget();
      const days = { first: first.read(), last: last.read() };
      for (const [name, { wrong }] of Object.entries(days)) if (wrong) return fields[name].input.focus(); // what is wrong stands there
      const message = { kind: "make", ask: freshId(), title: title.input.value, time: time.input.value, often: chosenOf(form, HOW_OFTEN), first: days.first.value ?? "", last: days.last.value ?? "", today: dayOf() };
      const made = await work.run(async () => {
        const { sentence, ...reply } = await ask(message);
        return reply.field ? { ...reply, wrong: sentence } : { ...reply, sentence };
      });
      if (made?.field) return complain(made.field, made.wrong);
      if (!made) return;
      const blob = new Blob([made.content], { type: FILE_TYPE }), ready = drawFile(words, { blob, name: made.name });
      result.replaceChildren(h("p", { class: "ns-result", role: "status" }, words.made), ready.node);
      ready.button.focus();
    }

    form.addEventListener("input", forget); // what was made is no longer offered when something is chosen anew
    el.replaceChildren(h("section", { class: `ns-sheet ${REMINDER}`, "data-reminder": true, "aria-labelledby": heading.id },
      h("header", {}, heading), h("p", {}, words.lead),
      h("ul", { class: `${REMINDER}-says` }, ...["screen", "copies", "sent", "forgets", "safer"].map((name) => h("li", {}, words[`says-${name}`]))),
      h("details", {}, h("summary", {}, words.open), form)));
  },
};
