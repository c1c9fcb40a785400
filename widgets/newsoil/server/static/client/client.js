// @ts-check
/**
 * The page client: draws the widgets of a page that Voilà ran, and speaks with its kernel, in place of the JupyterLab front end. It leans
 * on these parts of Voilà: the configuration and the outputs as JSON in the page (the template writes both), and the addresses
 * `api/kernels/<id>/channels` and `voila/api/shutdown/<id>`.
 */
import { startShell } from "../shell.js";
import { bind } from "./anywidgets.js";
import { KernelLine } from "./kernel-line.js";
import { Models } from "./models.js";
import { drawOutputInto, foreign } from "./views.js";

const CONFIGURATION = "jupyter-config-data", OUTPUTS = 'script[type="application/vnd.voila.cell-output+json"]';

/** Wait for a part of the page: it comes as a stream, and a script inside it is whole once something follows. @param {() => any} there */
function come(there) {
  return new Promise((resolve) => {
    const look = () => {
      const found = there();
      if (found) (watch.disconnect(), resolve(found));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    document.addEventListener("readystatechange", look);
    look();
  });
}

startShell();
const configuration = await come(() => {
  const part = document.getElementById(CONFIGURATION);
  return (part?.nextSibling || document.readyState !== "loading") && part;
});
const { baseUrl, kernelId, fullStaticUrl } = JSON.parse(configuration.textContent);
const line = new KernelLine(`${baseUrl}api/kernels/${kernelId}`), models = new Models(line), views = new AbortController();
let given = false;

/** Give the page to Voilà's own front end, for a widget that is not ours to draw. */
function give() {
  if (given) return;
  given = true;
  views.abort();
  line.close();
  for (const place of document.querySelectorAll(".ns-drawn")) place.remove();
  // It begins when the page has loaded, which may be long ago by now.
  const add = window.addEventListener.bind(window);
  window.addEventListener = (/** @type {string} */ event, /** @type {any} */ listener, /** @type {any} */ how) => event === "load" && document.readyState === "complete" ? setTimeout(() => listener(new Event("load"))) : add(event, listener, how);
  document.body.append(Object.assign(document.createElement("script"), { src: `${fullStaticUrl}/voila.js` }));
}

/** @param {import("./models.js").Model} model */
models.onnew = (model) => {
  if (foreign(model)) give();
  else if (model.kind === "AnyModel") bind(model, models).catch((error) => console.error(error));
};
line.open();
addEventListener("pageshow", (event) => event.persisted && !given && line.open());

await come(() => document.readyState !== "loading");
models.seed(JSON.parse(document.getElementById("newsoil-states")?.textContent || "{}"));
(/** @type {any} */ (globalThis).newsoil ??= {}).told = models.request(); // not awaited: a page without widgets has nobody who would answer
for (const script of given ? [] : document.querySelectorAll(OUTPUTS)) {
  const place = Object.assign(document.createElement("div"), { className: "ns-drawn" });
  document.getElementById("ns-cells")?.append(place);
  drawOutputInto(JSON.parse(script.textContent ?? "{}"), place, models, views.signal);
}
