// @ts-check
/** A plotly figure among the outputs: drawn when it comes into view, with the bundle that the page names. */

const NEAR = "300px";

/** Plotly, once for the whole page. @returns {Promise<any>} */
function plotlyOfPage() {
  const soil = /** @type {any} */ (globalThis).newsoil ??= {};
  return soil.plotly ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), {
      src: document.body.dataset.plotly,
      onload: () => resolve(/** @type {any} */ (globalThis).Plotly),
      onerror: () => ((soil.plotly = undefined), reject(new Error("The page could not load what draws its charts."))),
    });
    document.head.append(script);
  });
}

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
    const Plotly = await plotlyOfPage();
    if (signal.aborted) return;
    await Plotly.newPlot(el, data, layout, { ...config, responsive: true, displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "" });
    signal.addEventListener("abort", () => Plotly.purge(el));
  }, { rootMargin: NEAR });
  watch.observe(el);
  signal.addEventListener("abort", () => watch.disconnect());
}
