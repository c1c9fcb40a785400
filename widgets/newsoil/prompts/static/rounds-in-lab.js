// @ts-check
/** In JupyterLab there is no shell of ours to listen: this widget does, once for the whole page, and is never shown itself. */
import { sayRounds } from "./rounds.js";

export default {
  /** @param {{model: any}} place */
  initialize({ model }) {
    const soil = /** @type {any} */ (globalThis).newsoil ??= {};
    if (soil.rounds) return;
    soil.rounds = true;
    sayRounds(model.get("content"), () => true);
  },
  /** @param {{el: HTMLElement}} place */
  render({ el }) {
    el.hidden = true;
  },
};
