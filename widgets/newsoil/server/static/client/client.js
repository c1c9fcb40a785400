// @ts-check
/**
 * The page client: draws the widgets of a page that Voilà ran, and speaks with its kernel, in place of the JupyterLab front end. It leans
 * on these parts of Voilà: the configuration and the outputs as JSON in the page (the template writes both), and the addresses
 * `api/kernels/<id>/channels` and `voila/api/shutdown/<id>`.
 */
import { endKernel, forgeryToken } from "../leaving.js";
import { startShell } from "../shell.js";
import { bind } from "./anywidgets.js";
import { KernelLine } from "./kernel-line.js";
import { Models } from "./models.js";
import { drawOutputInto, foreign } from "./views.js";

const FETCHED_WITHIN = 60000, GREETED_WITHIN = 20000;
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
const soil = /** @type {any} */ (globalThis).newsoil ??= {};
/** @type {KernelLine} */
let line;
/** @type {Models} */
let models;
/** @type {AbortController} */
let views;
let given = false, renewing = false;

/** Give the page to Voilà's own front end, for a widget that is not ours to draw. */
function give() {
  if (given) return;
  given = true;
  leave();
  // It begins when the page has loaded, which may be long ago by now.
  const add = window.addEventListener.bind(window);
  window.addEventListener = (/** @type {string} */ event, /** @type {any} */ listener, /** @type {any} */ how) => event === "load" && document.readyState === "complete" ? setTimeout(() => listener(new Event("load"))) : add(event, listener, how);
  document.body.append(Object.assign(document.createElement("script"), { src: `${JSON.parse(configuration.textContent).fullStaticUrl}/voila.js` }));
}
/** Let go of the kernel, and of all that was drawn of it. */
function leave() {
  views.abort();
  line.close();
  for (const place of document.querySelectorAll(".ns-drawn")) place.remove();
}
/** Open the line to the page's kernel. */
function begin() {
  const { baseUrl, kernelId } = JSON.parse(configuration.textContent);
  line = new KernelLine(`${baseUrl}api/kernels/${kernelId}`);
  models = new Models(line);
  views = new AbortController();
  const mine = models;
  /** @param {import("./models.js").Model} model */
  models.onnew = (model) => {
    if (foreign(model)) give();
    else if (model.kind === "AnyModel") bind(model, mine).catch((error) => console.error(error));
  };
  line.open();
}
/** Draw what a page brought of its kernel. @param {Document} page */
function draw(page) {
  const states = JSON.parse(page.getElementById("newsoil-states")?.textContent || "{}");
  models.seed(states);
  line.deliver();
  // A page that was run in advance brings all that its kernel knows. The answer is not awaited: a page without widgets has nobody who would give it.
  soil.told = Object.keys(states).length ? Promise.resolve() : models.request();
  for (const script of given ? [] : page.querySelectorAll(OUTPUTS)) {
    const place = Object.assign(document.createElement("div"), { className: "ns-drawn" });
    document.getElementById("ns-cells")?.append(place);
    drawOutputInto(JSON.parse(script.textContent ?? "{}"), place, models, views.signal);
  }
}
/** Go on in this page with another kernel, where what is on it lies nowhere else. It is given what the first one had (`visit.js`). */
soil.renew = async () => {
  if (renewing || given) return;
  renewing = true;
  try {
    const answer = await fetch(location.pathname, { headers: { "X-XSRFToken": forgeryToken() }, signal: AbortSignal.timeout(FETCHED_WITHIN) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"), part = page.getElementById(CONFIGURATION);
    if (!part) return;
    document.dispatchEvent(new Event("newsoil:renewing"));
    soil.greeted = false;
    endKernel();
    leave();
    configuration.textContent = part.textContent;
    begin();
    draw(page);
    setTimeout(() => soil.greeted || soil.renew(), GREETED_WITHIN); // this one may be gone too, before anything was drawn that would notice
  } catch {
    /* the server is gone for the moment: whoever asked asks again */
  } finally {
    renewing = false;
  }
};

begin();
addEventListener("pageshow", (event) => event.persisted && !given && line.open());
await come(() => document.readyState !== "loading");
draw(document);
