// @ts-check
/** A plotly figure among the outputs: drawn when it comes into view, with the bundle that the page names. */
import { fetchDrawing, runDrawing } from "../../../prompts/static/drawing.js";

const NEAR = "300px";
const nowhere = async () => "";

/**
 * @param {HTMLElement} el
 * @param {{data: any[], layout?: any, config?: any}} figure
 * @param {AbortSignal} signal
 */
export function drawFigure(el, { data, layout = {}, config = {} }, signal) {
  el.style.minHeight = `${layout.height ?? 320}px`;
  const watch = new IntersectionObserver(async (seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    const Plotly = await runDrawing(nowhere);
    if (signal.aborted) return;
    await Plotly.newPlot(el, data, layout, { ...config, responsive: true, displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "" });
    signal.addEventListener("abort", () => Plotly.purge(el));
  }, { rootMargin: NEAR });
  watch.observe(el);
  fetchDrawing();
  signal.addEventListener("abort", () => watch.disconnect());
}
