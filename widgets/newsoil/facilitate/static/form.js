// @ts-check
/** A sheet of a facilitator's notebook: lists to read or to tick off, or a form. It knows nothing of what is kept until it has said hello. */
import { now } from "../../prompts/static/clock.js";
import { button, h } from "../../prompts/static/dom.js";
import { asking } from "../../prompts/static/asking.js";
import { keepingForm } from "./keeping-form.js";
import { makingOf } from "./making.js";

const FORM_AGAIN = 2000;

/** @typedef {{title: string, lead: string, items: {says: string, more: string}[], fields: string[]}} FormPart */

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { id, heading, lead, parts, fields, words, paper } = model.get("content"), making = makingOf(asking(model, signal), words);
    const form = keepingForm({ name: id, entry: id, words, send: (message) => model.send(message), signal });
    const problem = h("p", { class: "ns-problem", role: "alert" }), body = h("div", { class: "ns-fac-body" });
    const ticks = fields.some((/** @type {any} */ field) => field.kind === "tick");
    let heard = false;

    /** @param {Record<string, any>} values */
    function show(values) {
      const nodes = new Map(form.draw(fields, values).map((/** @type {HTMLElement} */ node, /** @type {number} */ at) => [fields[at].id, node]));
      body.replaceChildren(...parts.map((/** @type {FormPart} */ part) => h("div", { class: "ns-fac-part" },
        part.title && h(heading ? "h3" : "h2", {}, part.title), part.lead && h("p", { class: "ns-meta" }, part.lead),
        part.items.length > 0 && h("ul", { class: "ns-fac-items" }, ...part.items.map(({ says, more }) => h("li", {}, says, more && h("small", {}, more)))),
        part.fields.length > 0 && h("div", { class: "ns-rows" }, ...part.fields.map((field) => nodes.get(field))))));
    }
    /** @param {any} message */
    function hear(message) {
      form.hear(message);
      if (message.kind === "show") {
        heard = true;
        problem.textContent = "";
        show(message.values);
        form.tell(message.notice);
      } else if (message.kind === "refused" && !message.page && !message.ask) {
        heard = true;
        problem.textContent = message.sentence;
      }
    }
    const hello = () => heard || signal.aborted || (model.send({ kind: "hello", at: now() }), setTimeout(hello, FORM_AGAIN));

    el.replaceChildren(h("section", { class: "ns-sheet ns-keep ns-fac", "data-form": id, "aria-label": heading || parts[0]?.title },
      heading && h("header", {}, h("h2", {}, heading), h("p", { class: "ns-meta" }, lead)), problem, body, fields.length > 0 && form.foot,
      h("div", { class: "ns-acts" }, paper && making.page(words.print, () => ({ kind: "paper" })), ticks && button(words.untick, () => show(form.untick()))), making.node));
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
    hello();
  },
};
