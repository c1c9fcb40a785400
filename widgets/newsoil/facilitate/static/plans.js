// @ts-check
/** The sheet of plans: choose a meeting, look at it, copy it, change the copy, print it. A copy is on the disk from its first moment. */
import { asking } from "../../prompts/static/asking.js";
import { button, freshId, h, say } from "../../prompts/static/dom.js";
import { drawSelect, drawSure } from "../../prompts/static/keeping-parts.js";
import { drawField } from "./fields.js";
import { makingOf } from "./making.js";
import { drawPlan } from "./plan-blocks.js";

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const content = model.get("content"), { words } = content, ask = asking(model, signal), making = makingOf(ask, words);
    const slips = h("div", {}), about = h("p", { class: "ns-meta ns-fac-about" }), problem = h("p", { class: "ns-problem", role: "alert" }), status = h("p", { class: "ns-result", role: "status" }), body = h("div", {});
    const programme = drawSelect("fac-programme", words.programme, []), chosen = drawSelect("fac-meeting", words.meeting, []);
    const size = drawSelect("fac-paper", words.paper, [["A4", words.a4], ["letter", words.letter]]);
    let begins = "", open = "";
    /** @type {any[]} */
    let programmes = [];

    /** @param {any} message @returns {Promise<any>} */
    async function asked(message) {
      const reply = await ask({ ...message, ask: freshId() });
      problem.textContent = reply.kind === "refused" ? reply.sentence : "";
      return reply;
    }
    /** @param {HTMLSelectElement} select @param {{id: string, title: string}[]} things */
    const fill = (select, things) => select.replaceChildren(...things.map(({ id, title }) => h("option", { value: id }, title)));
    /** @param {any} reply @param {string} [plan] the one to show */
    function list(reply, plan = "") {
      programmes = reply.programmes;
      slips.replaceChildren(...reply.slips.map((/** @type {string} */ one) => h("p", { class: "ns-notice" }, one)));
      fill(programme.select, programmes);
      const of = programmes.find((one) => one.meetings.some((/** @type {any} */ other) => other.id === plan)) ?? programmes[0];
      programme.select.value = of.id;
      meetingsOf(of);
      if (plan) chosen.select.value = plan;
    }
    /** @param {any} one */
    function meetingsOf(one) {
      about.textContent = one.about.replaceAll("\n\n", " ");
      fill(chosen.select, one.meetings);
    }
    /** @param {any} told */
    function show(told) {
      if (told.kind !== "plan") return;
      open = told.plan.id;
      making.clear();
      const acts = h("div", { class: "ns-acts" }, button(words.copy, copy), told.own && button(words.delete, () => drawSure(words, say(words["delete-sure"], { title: told.plan.title }), acts, remove)));
      const clock = drawField({ id: "begins", kind: "clock", label: words.begins }, "ns-fac-begins", begins, words, (value) => (begins = value));
      const papers = ["handout", "leader"].map((which) => making.page(words[`print-${which}`], () => ({ kind: "paper", plan: open, which, size: size.select.value, begins })));
      body.replaceChildren(drawPlan(told, content, (block, field, value) => ask({ kind: "change", plan: told.plan.id, block, field, value, ask: freshId() }), signal), acts,
        h("h3", {}, words["print-title"]), h("div", { class: "ns-months" }, size.node, clock), h("div", { class: "ns-acts" }, ...papers), making.node);
    }
    const look = async () => ((status.textContent = ""), show(await asked({ kind: "open", plan: chosen.select.value })));
    function copy() {
      const title = h("input", { type: "text", id: "ns-fac-title", autocomplete: "off", maxlength: 80 });
      const make = button(words.copy, async () => {
        const reply = await asked({ kind: "copy", plan: open, title: title.value });
        if (reply.kind !== "plan") return title.focus();
        list(reply, reply.plan.id);
        show(reply);
        status.textContent = words.own;
      }, "ns-btn ns-btn-main");
      body.querySelector(".ns-fac-copy")?.remove();
      body.firstElementChild?.after(h("div", { class: "ns-prompt ns-fac-copy" }, h("label", { class: "ns-q", for: title.id }, words["copy-title"]), h("div", { class: "ns-field" }, title), h("div", { class: "ns-acts" }, make)));
      title.focus();
    }
    async function remove() {
      const reply = await asked({ kind: "delete", plan: open });
      if (reply.kind !== "deleted") return;
      list(reply);
      await look();
      status.textContent = words.deleted;
    }

    programme.select.addEventListener("change", () => (meetingsOf(programmes.find((one) => one.id === programme.select.value)), look()));
    chosen.select.addEventListener("change", look);
    el.replaceChildren(h("section", { class: "ns-sheet ns-keep ns-fac", "data-plans": true, "aria-label": words.heading },
      h("header", {}, h("h2", {}, words.heading)), slips, programme.node, about, chosen.node, problem, status, body));
    asked({ kind: "hello" }).then((reply) => void (reply.kind === "show" && (list(reply), look())));
  },
};
