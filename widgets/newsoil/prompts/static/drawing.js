// @ts-check
/** What draws charts, plotly's JavaScript: once for a whole page, fetched in idle time where a chart will be, run when one comes into view. */

/** Fetch it, once, to be run later. Does nothing where no server of ours has it. @param {"prefetch" | "preload"} how */
function fetchIt(how) {
  const href = document.body.dataset.plotly;
  if (!href || document.head.querySelector("link[data-drawing]")) return;
  const link = Object.assign(document.createElement("link"), { rel: how, as: "script", href });
  link.dataset.drawing = "";
  document.head.append(link);
}

/** Fetch it while the page has nothing else to do: there will be a chart. */
export function fetchDrawing() {
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 300));
  idle(() => fetchIt("prefetch"));
}

const CALM_WITHIN = 1500, CALM_LOOK = 5;

/** Wait until every exercise has its notes: running plotly takes a fifth of a second in which nothing else is done. */
async function calm() {
  const latest = Date.now() + CALM_WITHIN;
  await Promise.race([/** @type {any} */ (globalThis).newsoil?.told, new Promise((then) => setTimeout(then, CALM_WITHIN))]);
  while (document.querySelector("[data-exercise][data-waiting]") && Date.now() < latest) await new Promise((then) => setTimeout(then, CALM_LOOK));
  await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
}

/**
 * Run it.
 * @param {() => Promise<string>} elsewhere gives an address where no server of ours has it
 * @returns {Promise<any>}
 */
export function runDrawing(elsewhere) {
  const soil = /** @type {any} */ (globalThis).newsoil ??= {};
  return soil.plotly ??= new Promise((resolve, reject) => {
    const failed = () => {
      soil.plotly = undefined; // the next chart tries again
      reject(new Error("The page could not load what draws its charts."));
    };
    fetchIt("preload");
    calm().then(() => document.body.dataset.plotly || elsewhere()).then((src) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: () => resolve(/** @type {any} */ (globalThis).Plotly), onerror: failed }));
    }, failed);
  });
}
