// @ts-check
/** A soft end for long writing: after a while it is said once on a page that one may stop. It stops nothing, and counts nothing but minutes. */
import { button, h, say } from "./dom.js";

const WRITING_RESTS = 5 * 60_000;
/** When the writing began that goes on now, and when a key was last pressed, on all forms of a page. */
let writingSince = 0, writtenAt = 0, toldToStop = false;

/** @param {number} minutes none, where nothing is to be said @param {Record<string, string>} words */
export function softEnd(minutes, words) {
  const node = h("div", { class: "ns-soft-end", role: "status" });
  function wrote() {
    const at = Date.now();
    if (at - writtenAt > WRITING_RESTS) writingSince = at;
    writtenAt = at;
    if (!minutes || toldToStop || at - writingSince < minutes * 60_000) return;
    toldToStop = true;
    node.append(h("p", {}, say(words["soft-end"], { minutes })), button(words["soft-end-close"], () => node.replaceChildren(), "ns-text-btn"));
  }
  return { node, wrote };
}
