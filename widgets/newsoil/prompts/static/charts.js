// @ts-check
/** All charts, by page: each is folded, and asked for when the person opens it. */
import { chartSheet } from "./chart-sheet.js";
import { h } from "./dom.js";

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { groups, words } = model.get("content");
    /** @type {Map<string, (message: any) => void>} */
    const sheets = new Map();

    /** @param {{name: string, title: string, exercises: string[]}} chart */
    function folded({ name, title, exercises }) {
      const box = h("details", { class: "ns-folded-chart", "data-folded": name }, h("summary", {}, title));
      box.addEventListener("toggle", () => {
        if (!box.open || sheets.has(name)) return;
        const { figure, hear } = chartSheet({ model, name, exercises, words, signal });
        sheets.set(name, hear);
        box.append(figure);
      });
      return box;
    }
    /** @param {any} message */
    const hear = (message) => message.name && sheets.get(message.name)?.(message);

    el.replaceChildren(h("div", { class: "ns-charts", "data-charts": true }, ...groups.map((/** @type {any} */ group) => h("section", {}, group.title && h("h3", {}, group.title), ...group.charts.map(folded)))));
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
  },
};
