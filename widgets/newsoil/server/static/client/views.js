// @ts-check
/**
 * Draws widgets: anywidgets, the boxes that hold others, HTML, labels and captured output. Any other kind of widget is "foreign": the page
 * then gives itself to Voilà's own manager, which knows them all.
 *
 * @typedef {import("./models.js").Model} Model
 * @typedef {import("./models.js").Models} Models
 */
import { drawAnywidget } from "./anywidgets.js";
import { drawFigure } from "./figure.js";
import { drawPages } from "./pages.js";

const VIEW = "application/vnd.jupyter.widget-view+json", FIGURE = "application/vnd.plotly.v1+json";

/** @typedef {(model: Model, el: HTMLElement, models: Models, signal: AbortSignal) => void | Promise<void>} Draw */

/** @type {Record<string, Draw>} */
const kinds = { AnyModel: drawAnywidget, BoxModel: drawBox, VBoxModel: drawBox, HBoxModel: drawBox, HTMLModel: drawHtml, LabelModel: drawLabel, OutputModel: drawOutput };
/** Models that are no widgets to look at. */
const unseen = /^(Layout|.*Style)Model$/;

/** Whether the page's own client cannot draw a widget. @param {Model} model */
export const foreign = (model) => !(model.kind in kinds) && !unseen.test(model.kind);

/**
 * Draw a widget into an element, now or when the kernel has told of it.
 * @param {string} name @param {HTMLElement} el @param {Models} models @param {AbortSignal} signal
 */
export async function drawWidget(name, el, models, signal) {
  const model = await models.find(name), draw = kinds[model.kind];
  if (!draw || signal.aborted) return;
  el.dataset.widget = model.kind;
  el.classList.add(...(model.get("_dom_classes") ?? []));
  await laidOut(model, el, models);
  await draw(model, el, models, signal);
}

/** The few things that a widget's layout says, as CSS. @param {Model} model @param {HTMLElement} el @param {Models} models */
async function laidOut(model, el, models) {
  const layout = model.get("layout");
  if (!layout) return;
  for (const [name, value] of Object.entries((await models.find(layout)).state)) if (!name.startsWith("_") && value) el.style.setProperty(name.replaceAll("_", "-"), value);
}

/**
 * Draw again whenever one of these parts of a model changes; what was drawn before is told to go.
 * @param {Model} model @param {string} name @param {AbortSignal} signal @param {(signal: AbortSignal) => void} draw
 */
function follow(model, name, signal, draw) {
  let round = new AbortController();
  const again = () => {
    round.abort();
    round = new AbortController();
    draw(round.signal);
  };
  model.on(`change:${name}`, again, signal);
  signal.addEventListener("abort", () => (model.off(null, null, signal), round.abort()));
  again();
}

/** The class of the box that the stages are shown in, one at a time. */
const PLACE = "ns-place";

/** @type {Draw} */
function drawBox(model, el, models, signal) {
  if (el.classList.contains(PLACE)) return drawPages(model, el, models, signal, (...widget) => drawWidget(...widget).catch(failed));
  if (model.kind === "HBoxModel") el.classList.add("ns-hbox");
  follow(model, "children", signal, (round) => {
    const places = model.get("children").map((/** @type {string} */ child) => {
      const place = document.createElement("div");
      drawWidget(child, place, models, round).catch(failed);
      return place;
    });
    el.replaceChildren(...places);
  });
}

/** @type {Draw} */
function drawHtml(model, el, _models, signal) {
  follow(model, "value", signal, () => (el.innerHTML = model.get("value"))); // an HTML widget is markup by its nature; ours holds the guide's words alone
}

/** @type {Draw} */
function drawLabel(model, el, _models, signal) {
  follow(model, "value", signal, () => (el.textContent = model.get("value")));
}

/** @type {Draw} */
function drawOutput(model, el, models, signal) {
  let clear = false;
  /** @type {string} */
  let hooked = "";
  const capture = () => {
    models.line.answers.delete(hooked);
    hooked = model.get("msg_id") ?? "";
    if (hooked) models.line.answers.set(hooked, ({ header: { msg_type }, content }) => {
      if (msg_type === "clear_output") {
        clear = Boolean(content.wait);
        if (!clear) keep([]);
      } else if (["stream", "display_data", "execute_result", "error"].includes(msg_type)) {
        keep([...(clear ? [] : model.get("outputs")), { output_type: msg_type, ...content }]);
        clear = false;
      }
    });
  };
  /** @param {any[]} outputs */
  const keep = (outputs) => (model.set("outputs", outputs), model.save_changes());
  model.on("change:msg_id", capture, signal);
  signal.addEventListener("abort", () => models.line.answers.delete(hooked));
  capture();
  follow(model, "outputs", signal, (round) => {
    el.replaceChildren(...(model.get("outputs") ?? []).map((/** @type {any} */ output) => {
      const place = document.createElement("div");
      drawOutputInto(output, place, models, round);
      return place;
    }));
  });
}

/**
 * Draw one output of a cell.
 * @param {any} output @param {HTMLElement} el @param {Models} models @param {AbortSignal} signal
 */
export function drawOutputInto(output, el, models, signal) {
  const data = output.data ?? {};
  if (data[VIEW]) drawWidget(data[VIEW].model_id, el, models, signal).catch(failed);
  else if (data[FIGURE]) drawFigure(el, data[FIGURE], signal);
  else if (data["text/html"]) el.innerHTML = [data["text/html"]].flat().join("");
  else el.append(Object.assign(document.createElement("pre"), { textContent: [output.text ?? data["text/plain"] ?? output.evalue ?? ""].flat().join("") }));
}

/** A widget that fails is named to developers; the others are drawn. @param {any} error */
const failed = (error) => console.error(error);
