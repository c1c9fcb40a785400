// @ts-check
/** The sheet of meetings that were held: the log of each, what is handed out afterwards, a reminder for calendars, and wiping, which asks first. */
import { asking } from "../../prompts/static/asking.js";
import { dayOf } from "../../prompts/static/clock.js";
import { button, freshId, h } from "../../prompts/static/dom.js";
import { dayFrom, drawSelect, drawSure } from "../../prompts/static/keeping-parts.js";
import { drawField } from "./fields.js";
import { keepingForm } from "./keeping-form.js";
import { makingOf } from "./making.js";

const LOG = "meeting-log", EVENING = "19:00", A_WEEK = 6;

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words, fields, heading } = model.get("content"), ask = asking(model, signal);
    const list = h("ul", { class: "ns-fac-items" }), problem = h("p", { class: "ns-problem", role: "alert" }), status = h("p", { class: "ns-result", role: "status" }), body = h("div", {}), chosen = drawSelect("fac-held", words.choose, []);
    const calendar = { time: EVENING, first: dayOf(), last: dayFrom(A_WEEK) };
    /** @type {ReturnType<typeof keepingForm> | null} */
    let form = null;
    let open = new AbortController();

    /** @param {any} message @returns {Promise<any>} */
    async function asked(message) {
      const reply = await ask({ ...message, ask: freshId() });
      problem.textContent = reply.kind === "refused" ? reply.sentence : "";
      return reply;
    }
    /** @param {{name: string, row: string, status: string}[]} meetings */
    function show(meetings) {
      list.replaceChildren(...(meetings.length ? meetings.map(({ row, status: how }) => h("li", { "data-held": true }, row, h("small", {}, how))) : [h("li", {}, words.none)]));
      chosen.select.replaceChildren(...meetings.map(({ name, row }) => h("option", { value: name }, row)));
      chosen.node.hidden = !meetings.length;
      body.replaceChildren();
      if (meetings.length) look();
    }
    async function look() {
      const name = chosen.select.value, held = await asked({ kind: "open", name }), making = makingOf(ask, words);
      if (held.kind !== "meeting" || name !== chosen.select.value) return;
      open.abort();
      open = new AbortController();
      form = keepingForm({ name: LOG, entry: name, words, send: (message) => model.send(message), signal: AbortSignal.any([signal, open.signal]) });
      const wipe = h("div", { class: "ns-acts" }, button(words.wipe, () => drawSure(words, words["wipe-sure"], wipe, () => gone({ kind: "wipe", name }))));
      const days = [["first", "day"], ["last", "day"], ["time", "clock"]].map(([id, kind]) => drawField({ id, kind, label: words[id] }, `ns-fac-calendar-${id}`, /** @type {any} */ (calendar)[id], words, (value) => Object.assign(calendar, { [id]: value })));
      body.replaceChildren(h("h3", {}, words.log), h("p", { class: "ns-meta" }, words["log-lead"]), ...form.draw(fields, held.values), form.foot,
        ...(held.has_plan ? [h("h3", {}, words.papers), h("div", { class: "ns-acts" }, ...["recap", "between", "catch-up"].map((which) => making.page(words[which], () => ({ kind: "paper", name, which })))),
          h("h4", {}, words.calendar), h("p", { class: "ns-meta" }, words["calendar-lead"]), h("div", { class: "ns-months" }, ...days), h("div", { class: "ns-acts" }, making.calendar(words.make, () => ({ kind: "calendar", ...calendar }))), making.node] : []),
        h("h3", {}, words["wipe-title"]), wipe);
    }
    /** @param {any} message */
    async function gone(message) {
      const reply = await asked(message);
      if (reply.kind !== "wiped") return void look();
      show(reply.meetings);
      status.textContent = words[reply["sentence-of"]];
    }
    const all = h("div", { class: "ns-acts" }, button(words["wipe-all"], () => drawSure(words, words["wipe-all-sure"], all, () => gone({ kind: "wipe-all" }))));

    chosen.select.addEventListener("change", look);
    model.on("msg:custom", (/** @type {any} */ message) => form?.hear(message));
    signal.addEventListener("abort", () => open.abort());
    el.replaceChildren(h("section", { class: "ns-sheet ns-keep ns-fac", "data-meetings": true, "aria-label": heading },
      h("header", {}, h("h2", {}, heading)), list, chosen.node, problem, status, body, all));
    asked({ kind: "hello" }).then((reply) => reply.kind === "show" && show(reply.meetings));
  },
};
