// @ts-check
/** One plan as it is seen: a table of its blocks with their minutes, and below it what is said, done and shown in each. */
import { h, say } from "../../prompts/static/dom.js";
import { drawField } from "./fields.js";

const SETTLED = 200;

/**
 * @param {any} told the plan, when its blocks begin, whether it is one's own
 * @param {{words: Record<string, string>, kinds: Record<string, string>, fields: import("./fields.js").Field[]}} content
 * @param {(block: string, field: string, value: any) => Promise<any>} change asks the kernel; the reply is the plan anew, or a sentence
 * @param {AbortSignal} signal
 */
export function drawPlan(told, { words, kinds, fields }, change, signal) {
  const { plan, sheets, own } = told, problem = h("p", { class: "ns-problem", role: "alert" }), length = h("p", { class: "ns-meta", role: "status" }, told.length);
  const starts = plan.block.map((/** @type {any} */ _, /** @type {number} */ at) => h("td", {}, told.starts[at]));

  /** @param {any} reply @param {HTMLElement} where */
  function retime(reply, where) {
    where.textContent = reply.sentence ?? "";
    if (reply.kind !== "plan") return;
    length.textContent = reply.length;
    for (const [at, cell] of starts.entries()) cell.textContent = String(reply.starts[at]);
  }
  /** @param {any} block @param {number} at */
  function row(block, at) {
    const minutes = own ? h("input", { type: "number", min: 1, max: 240, step: 1, value: block.minutes, autocomplete: "off", "aria-label": say(words["minutes-of"], { title: block.title }) }) : null;
    minutes?.addEventListener("change", async () => retime(await change(block.id, "minutes", Number(minutes.value)), problem));
    return h("tr", { "data-block": block.id }, starts[at], h("th", { scope: "row" }, block.title), h("td", {}, minutes ?? block.minutes), h("td", {}, kinds[block.kind]));
  }
  /** What can be changed in a block, once somebody opens it. @param {any} block */
  function inside(block) {
    const box = h("details", { class: "ns-fac-block" }, h("summary", {}, say(words["open-block"], { title: block.title })));
    box.addEventListener("toggle", () => box.children.length > 1 || box.append(...(own ? toChange(block) : toRead(block))));
    return box;
  }
  /** @param {any} block */
  function toChange(block) {
    return fields.filter((field) => field.id !== "turn_minutes" || block.turns).map((field) => {
      const wrong = h("p", { class: "ns-problem", role: "alert" });
      let timer = 0;
      /** @type {{value: any} | null} */
      let due = null;
      const flush = async () => {
        clearTimeout(timer);
        if (!due) return;
        const { value } = due;
        due = null;
        retime(await change(block.id, field.id, value), wrong);
      };
      const node = drawField(field, `ns-fac-${plan.id}-${block.id}-${field.id}`, block[field.id], words, (value, typing) => {
        clearTimeout(timer);
        due = { value };
        timer = window.setTimeout(flush, typing ? SETTLED : 0);
      });
      node.addEventListener("focusout", flush);
      window.addEventListener("pagehide", flush, { signal });
      node.append(wrong);
      return node;
    });
  }
  /** @param {any} block */
  function toRead(block) {
    const list = (/** @type {string[]} */ texts) => h("ul", { class: "ns-fac-items" }, ...texts.map((one) => h("li", {}, ...one.split("\n\n").map((part) => h("p", {}, part)))));
    const sheet = sheets[block.exercise];
    return [["aim", [block.aim]], ["say", block.say], ["do", block.do], ["question", [block.question]], ["shown", [block.shown]], ["cards", block.cards], ["safety", [block.safety]]]
      .map(([name, texts]) => [name, texts.filter(Boolean)]).filter(([, texts]) => texts.length)
      .flatMap(([name, texts]) => [h("h4", {}, words[name]), list(texts)]).concat(sheet ? [h("p", { class: "ns-meta" }, say(words.sheet, { title: sheet }))] : []);
  }
  const head = h("tr", {}, ...["minute", "block", "minutes", "how"].map((name) => h("th", { scope: "col" }, words[name])));
  return h("div", { "data-plan": plan.id }, h("h3", {}, plan.title), h("p", { class: "ns-meta" }, own ? words.own : words.shipped),
    h("table", { class: "ns-fac-times" }, h("thead", {}, head), h("tbody", {}, ...plan.block.map(row))), length, problem, ...plan.block.map(inside));
}
