// @ts-check
/**
 * Hosts the modules of anywidgets by their public interface (anywidget 0.11): `initialize` once for a model, `render` for every place,
 * each with `model`, `signal` and `experimental.invoke`, a view also with `el` and `host`.
 *
 * @typedef {import("./models.js").Model} Model
 * @typedef {{widget: any, exports: any}} Bound
 */
import { fresh } from "./framing.js";

/** @type {Map<string, Promise<any>>} modules by their text: many widgets share one */
const modules = new Map();
/** @type {WeakMap<Model, Promise<Bound>>} */
const bound = new WeakMap();

const address = /^https?:/;
/** The line that stands for a module which the page's own server has (`newsoil.prompts.esm`): the browser has it already. */
const served = /^const \{ default: widget \} = await import\(new URL\("([^"]+)", location\.origin\)\);\nexport default widget;\n$/;

/** @param {string} text of a module, or its address */
async function load(text) {
  const ours = served.exec(text);
  if (ours) return import(new URL(ours[1], location.origin).href);
  if (address.test(text)) return import(text);
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

/** @param {Model} model */
function style(model) {
  const css = model.get("_css"), id = model.get("_anywidget_id");
  if (!css || document.getElementById(id)) return;
  const sheet = address.test(css) ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: css }) : Object.assign(document.createElement("style"), { textContent: css });
  sheet.id = id;
  document.head.append(sheet);
}

/** What a module sees of a model: its listeners are taken off with `context`. @param {Model} model @param {any} context @param {any} models */
function face(model, context, models) {
  return {
    get: model.get.bind(model),
    set: model.set.bind(model),
    save_changes: model.save_changes.bind(model),
    send: model.send.bind(model),
    on: (/** @type {string} */ name, /** @type {any} */ listener) => model.on(name, listener, context),
    off: (/** @type {string} */ name, /** @type {any} */ listener) => model.off(name, listener, context),
    widget_manager: { get_model: (/** @type {string} */ id) => models.find(id) },
  };
}

/** Call a Python method that is marked with anywidget's `@command`. @param {Model} model */
const invoker = (model) => (/** @type {string} */ name, /** @type {any} */ message, /** @type {{buffers?: any[], signal?: AbortSignal}} */ { buffers = [], signal = AbortSignal.timeout(3000) } = {}) => new Promise((resolve, reject) => {
  const id = fresh();
  /** @param {any} answer @param {any} parts */
  function hear(answer, parts) {
    if (answer?.id !== id) return;
    model.off("msg:custom", hear);
    resolve([answer.response, parts]);
  }
  signal.addEventListener("abort", () => (model.off("msg:custom", hear), reject(signal.reason)));
  model.on("msg:custom", hear);
  model.send({ id, kind: "anywidget-command", name, msg: message }, undefined, buffers);
});

/** Load a model's module and initialize it, once. @param {Model} model @param {any} models @returns {Promise<Bound>} */
export function bind(model, models) {
  const known = bound.get(model);
  if (known) return known;
  const made = (async () => {
    style(model);
    const text = model.get("_esm");
    if (!modules.has(text)) modules.set(text, load(text));
    const module = await modules.get(text);
    const widget = module.render ? { render: module.render } : typeof module.default === "function" ? await module.default() : module.default;
    const given = await widget.initialize?.({ model: face(model, model, models), signal: new AbortController().signal, experimental: { invoke: invoker(model) } });
    return { widget, exports: given && typeof given === "object" ? given : undefined };
  })();
  bound.set(model, made);
  return made;
}

/**
 * Draw an anywidget into an element.
 * @param {Model} model
 * @param {HTMLElement} el
 * @param {import("./models.js").Models} models
 * @param {AbortSignal} signal
 */
export async function drawAnywidget(model, el, models, signal) {
  const { widget } = await bind(model, models), context = {};
  if (signal.aborted) return;
  const host = {
    getModel: async (/** @type {string} */ name) => face(await models.find(name), context, models),
    getWidget: async (/** @type {string} */ name) => {
      const child = await models.find(name), { exports } = await bind(child, models);
      return { exports, render: (/** @type {{el: HTMLElement, signal?: AbortSignal}} */ place) => drawAnywidget(child, place.el, models, place.signal ?? signal) };
    },
  };
  const tidy = await widget.render?.({ model: face(model, context, models), el, signal, host, experimental: { invoke: invoker(model) } });
  const leave = () => {
    model.off(null, null, context);
    if (typeof tidy === "function") tidy();
  };
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave);
}
