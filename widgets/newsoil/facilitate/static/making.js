// @ts-check
/** Papers and other files that the kernel makes: a button each, and the file in its place. */
import { button, freshId, h } from "../../prompts/static/dom.js";
import { drawFile } from "../../prompts/static/keeping-file.js";

/**
 * @param {import("../../prompts/static/asking.js").Ask} ask @param {Record<string, string>} words
 */
export function makingOf(ask, words) {
  const result = h("div", { class: "ns-fac-made" }), problem = h("p", { class: "ns-problem", role: "alert" });
  /** @param {any} message @param {string} type @param {string} says */
  async function make(message, type, says) {
    result.replaceChildren(h("p", { class: "ns-meta", role: "status" }, words.working));
    problem.textContent = "";
    const made = await ask({ ...message, ask: freshId() });
    result.replaceChildren();
    if (made.kind !== "made") return (problem.textContent = made.sentence ?? "");
    const ready = drawFile(words, { blob: new Blob([made.content], { type }), name: made.name });
    result.replaceChildren(h("p", { class: "ns-result", role: "status" }, says), ready.node);
    ready.button.focus();
  }
  return {
    node: h("div", {}, result, problem),
    clear: () => (result.replaceChildren(), problem.textContent = ""),
    /** A button that makes a page. @param {string} label @param {() => any} message */
    page: (label, message) => button(label, () => make(message(), "text/html", words.made)),
    /** A button that makes a file for calendars. @param {string} label @param {() => any} message */
    calendar: (label, message) => button(label, () => make(message(), "text/calendar", words.ready)),
  };
}
