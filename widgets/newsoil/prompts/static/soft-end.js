// @ts-check
/**
 * A soft end for long writing: after a while it is said once on a page that one may stop. It stops nothing, and counts nothing but minutes. All
 * forms of a page share them, in JupyterLab too, where each has a module of its own.
 */
import { button, h, say } from "./dom.js";

const WRITING_RESTS = 5 * 60_000;
/** When the writing began that goes on now, and when a key was last pressed. @type {{since: number, last: number, told: boolean}} */
const longWriting = ((/** @type {any} */ (globalThis)).newsoil ??= {}).writing ??= { since: 0, last: 0, told: false };

/** @param {number} minutes none, where nothing is to be said @param {Record<string, string>} words */
export function softEnd(minutes, words) {
  const node = h("div", { class: "ns-soft-end", role: "status" });
  function wrote() {
    const at = Date.now();
    if (at - longWriting.last > WRITING_RESTS) longWriting.since = at;
    longWriting.last = at;
    if (!minutes || longWriting.told || at - longWriting.since < minutes * 60_000) return;
    longWriting.told = true;
    node.append(h("p", {}, say(words["soft-end"], { minutes })), button(words["soft-end-close"], () => node.replaceChildren(), "ns-text-btn"));
  }
  return { node, wrote };
}
