// @ts-check
/**
 * The page “All exercises”: every exercise by stage, each row a link to its place. Which of them are begun comes by message, on hello and after
 * every note; of an exercise that is not begun nothing is said, but that the person chose to practise it. For whoever was hurt a short while ago, hard ones come last in their stage.
 * For whoever said yes at the gate, exercises for two are left out, but for those that lead to a note.
 *
 * @typedef {{id: string, title: string, notebook: string, tasks: {id: string, title: string, about: string, for_two: boolean}[]}} StageTasks
 */
import { now } from "./clock.js";
import { h } from "./dom.js";
import { forgetGate, isAfraid, rememberGate } from "./gate-said.js";
import { inPractice } from "./guidance.js";
import { outbox } from "./outbox.js";
import { wayTo } from "./way-to.js";

const TASKS_AGAIN = 2000, TASKS_SETTLED = 400;

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words, gate, stages } = model.get("content");
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    const sealed = h("p", { class: "ns-meta", hidden: true }, words.sealed), box = h("div", { class: "ns-tasks", "data-tasks": true, "data-waiting": true }, sealed, ...stages.map(list));
    let heard = false, timer = 0;

    /** @param {StageTasks} stage */
    function list(stage) {
      const id = `ns-tasks-${stage.id}`;
      return h("section", { "aria-labelledby": id }, h("h2", { id }, stage.title), h("ul", {}, ...stage.tasks.map((task) => {
        const way = wayTo(stage.id, task.id, stage.notebook), [about, status] = ["about", "status"].map((part) => `ns-task-${task.id}-${part}`);
        const row = h("li", { class: "ns-task", "data-task": task.id },
          h("a", { ...way, "aria-describedby": `${about} ${status}` }, task.title), h("span", { class: "ns-meta", id: about }, task.about), h("span", { class: "ns-task-status", id: status }));
        rows.set(task.id, row);
        return row;
      })));
    }
    /** @param {Record<string, string>} statuses by exercise, `in-progress` or `done` @param {string[]} waiting exercises that can wait @param {string[]} practices exercises that the person chose to practise */
    function show(statuses, waiting, practices) {
      for (const [id, row] of rows) {
        row.dataset.status = statuses[id] ?? "";
        /** @type {HTMLElement} */ (row.querySelector(".ns-task-status")).textContent = words[statuses[id]] ?? (waiting.includes(id) ? words.waits : "");
      }
      for (const { tasks } of stages) for (const { id, about } of tasks) {
        const said = [inPractice(practices.includes(id) ? practices.length : 0, words), about].filter(Boolean).join(" · ");
        /** @type {HTMLElement} */ (rows.get(id)?.querySelector(".ns-meta")).textContent = said;
      }
      for (const stage of stages) {
        const [last, first] = [true, false].map((waits) => stage.tasks.filter((/** @type {any} */ task) => waiting.includes(task.id) === waits));
        const order = [...first, ...last].map((task) => /** @type {HTMLElement} */ (rows.get(task.id)));
        if (order.some((row, at) => row.parentElement?.children[at] !== row)) order[0].parentElement?.append(...order);
      }
    }
    function leaveOut() {
      for (const { tasks } of stages) for (const { id, for_two } of tasks) {
        const row = /** @type {HTMLElement} */ (rows.get(id));
        row.hidden = for_two && isAfraid() && !row.dataset.status;
      }
    }
    /** @param {any} message */
    function hear(message) {
      if (message.kind !== "show" && message.kind !== "locked") return;
      heard = true;
      if (message.kind === "show") rememberGate(message.gate, gate);
      else forgetGate();
      delete box.dataset.waiting;
      sealed.hidden = message.kind !== "locked";
      show(message.statuses ?? {}, message.waiting ?? [], message.practices ?? []);
      leaveOut();
    }
    const hello = () => heard || signal.aborted || (model.send({ kind: "hello", at: now() }), setTimeout(hello, TASKS_AGAIN));
    function anew() {
      clearTimeout(timer);
      timer = window.setTimeout(() => ((heard = false), hello()), TASKS_SETTLED);
    }

    el.replaceChildren(box);
    leaveOut();
    model.on("msg:custom", hear);
    outbox.addEventListener("saved", anew, { signal });
    for (const event of ["newsoil:door", "newsoil:statuses"]) document.addEventListener(event, anew, { signal }); // the notes were locked or opened, or others are there
    document.addEventListener("newsoil:gate", leaveOut, { signal });
    signal.addEventListener("abort", () => (clearTimeout(timer), model.off("msg:custom", hear)));
    hello();
  },
};
