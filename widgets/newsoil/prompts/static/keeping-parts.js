// @ts-check
/**
 * What the parts of “Your notes” are drawn from.
 *
 * @typedef {{words: Record<string, string>, language: string, ask: import("./keeping-asking.js").Ask, refresh: () => Promise<void>}} Place
 * @typedef {{node: HTMLElement, show: (there: any) => void}} Part a part of the page, drawn anew as far as needed when the kernel says what is there
 */
import { dayOf } from "./clock.js";
import { button, h, say } from "./dom.js";

const SOON = 300, ONE_DAY = 86400000;

/** @param {string} id @param {string} title @param {string} says @param {...any} children */
export function drawSheet(id, title, says, ...children) {
  const heading = h("h2", { id: `ns-${id}`, tabindex: -1 }, title);
  return h("section", { class: "ns-sheet ns-keep", "data-part": id, "aria-labelledby": heading.id }, h("header", {}, heading, h("p", { class: "ns-meta" }, says)), ...children);
}

/**
 * A radio or a box with its label.
 * @param {Record<string, any>} input attributes
 * @param {any} label
 * @param {string} [more]
 */
export function drawOption(input, label, more) {
  return h("label", { class: "ns-row" }, h("input", { autocomplete: "off", ...input }), h("span", {}, ...[label].flat(), more && h("small", {}, more)));
}

/** @param {string} legend @param {string} hint @param {...any} children */
export const drawGroup = (legend, hint, ...children) => h("fieldset", { class: "ns-prompt" }, h("legend", { class: "ns-q" }, legend), hint && h("p", { class: "ns-hint" }, hint), ...children);

/** @param {string} id @param {string} label @param {[string, string][]} options */
export function drawSelect(id, label, options) {
  const select = h("select", { id: `ns-${id}`, autocomplete: "off" }, ...options.map(([value, text]) => h("option", { value }, text)));
  return { select, node: h("div", { class: "ns-prompt" }, h("label", { class: "ns-q", for: select.id }, label), h("div", { class: "ns-field" }, select)) };
}

/** What is chosen among radios of one name. @param {HTMLElement} within @param {string} name @returns {string} */
export const chosenOf = (within, name) => /** @type {HTMLInputElement | null} */ (within.querySelector(`input[name="${name}"]:checked`))?.value ?? "";

/** A number of notes in words. @param {number} n @param {Record<string, string>} words */
export const inNotes = (n, words) => n === 1 ? words["notes-one"] : n ? say(words.notes, { n }) : words["notes-none"];

/** The day that is so many days from today, by the page's clock. @param {number} days */
export const dayFrom = (days) => dayOf(new Date(Date.now() + days * ONE_DAY));

/**
 * Where work is seen: nothing while it is short, then how far it is, and a sentence when it was not done.
 * @param {Record<string, string>} words
 */
export function drawWork(words) {
  const bar = h("progress", { "aria-label": words.working }), far = h("p", { class: "ns-meta", "aria-hidden": "true" }), status = h("p", { class: "ns-vh", role: "status" }), problem = h("p", { class: "ns-problem", role: "alert" });
  const seen = h("div", { class: "ns-going", hidden: true }, bar, far);
  let busy = false;
  return {
    node: h("div", { class: "ns-work" }, seen, status, problem),
    /** @param {string} sentence */
    complain: (sentence) => (problem.textContent = sentence),
    /**
     * @param {(told: import("./keeping-asking.js").Told) => Promise<any>} work
     * @returns {Promise<any>} what came of it; nothing when it was not done
     */
    async run(work) {
      if (busy) return null;
      busy = true;
      problem.textContent = "";
      bar.removeAttribute("value");
      far.textContent = words.working;
      const late = setTimeout(() => ((seen.hidden = false), (status.textContent = words.working)), SOON);
      const reply = await work((done, of) => {
        if (!of) return;
        bar.max = of;
        bar.value = done;
        far.textContent = say(words["working-of"], { done, of });
      });
      clearTimeout(late);
      busy = false;
      seen.hidden = true;
      status.textContent = "";
      problem.textContent = reply.sentence ?? (reply.kind === "locked" ? words.locked : "");
      return problem.textContent ? null : reply;
    },
  };
}

/**
 * What would come in, in words, and the two ways on.
 * @param {Record<string, string>} words @param {any} looked @param {() => void} bringIn @param {() => void} leave
 */
export function drawLooked(words, looked, bringIn, leave) {
  const lines = ["new", "changed", "same", "refused"].filter((name) => looked[name]).map((name) => h("li", {}, say(words[`bring-${name}`], { n: looked[name] })));
  const more = looked.sentences.map((/** @type {string} */ sentence) => h("li", { class: "ns-meta" }, sentence)), brings = looked.new + looked.changed;
  return h("div", { class: "ns-looked", tabindex: -1 }, lines.length || more.length ? h("ul", {}, ...lines, ...more) : null,
    brings ? h("div", { class: "ns-acts" }, button(words["bring-in"], bringIn, "ns-btn ns-btn-main"), button(words.cancel, leave)) : h("p", {}, words["bring-nothing"]));
}

/** What came in, in words. @param {Record<string, string>} words @param {any} brought */
export const drawBrought = (words, brought) => h("p", { class: "ns-result", tabindex: -1 }, `${words["bring-done"]} ${say(words["bring-done-more"], brought)}`);

/**
 * A question before something goes for good; it stands in the place of `instead`, and the way back has the focus.
 * @param {Record<string, string>} words @param {string} question @param {HTMLElement} instead @param {() => void} yes
 */
export function drawSure(words, question, instead, yes) {
  const keep = button(words["sure-no"], () => (box.replaceWith(instead), instead.querySelector("button")?.focus()));
  const box = h("div", { class: "ns-sure", role: "group", "aria-label": question }, h("p", {}, question), h("div", { class: "ns-acts" }, keep, button(words["sure-yes"], yes, "ns-btn ns-btn-for-good")));
  instead.replaceWith(box);
  keep.focus();
}

