// @ts-check
/** One chart that stands open. */
import { chartSheet } from "./chart-sheet.js";

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { figure, hear } = chartSheet({ model, ...model.get("content"), signal });
    el.replaceChildren(figure);
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
  },
};
