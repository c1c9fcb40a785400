// @ts-check
/** The call-out beside words that are not on disk: it says why, and lets the person copy what they wrote. */
import { button, h, icon } from "./dom.js";

/**
 * @param {Record<string, string>} words
 * @param {() => boolean} open whether words are in memory alone, until the page is closed
 * @param {() => string} mine everything that is not on disk, as plain text
 */
export function drawUnsaved(words, open, mine) {
  const node = h("div", { class: "ns-alert" });
  /** @type {string | null} */
  let told = null;
  return {
    node,
    /**
     * Say that the words are not on disk, and why if that is known; with `null`, say nothing.
     * @param {string | null} because
     * @param {HTMLElement | null | undefined} beside the prompt that was written in last
     */
    say(because, beside) {
      if (because !== told) {
        const copy = button(words.copy, async () => (await navigator.clipboard.writeText(mine()), (copy.textContent = words.copied)));
        node.replaceChildren(...(because === null ? [] : [h("div", { class: "ns-unsaved", role: "alert" }, icon("unsaved"), h("div", {}, h("strong", {}, words[open() ? "not-kept" : "not-saved"]), ` ${words["keep-open"]}`, because && h("span", { class: "ns-because" }, ` ${because}`)), copy)]));
        told = because;
      }
      if (because !== null && beside && node.parentNode !== beside) beside.append(node); // moved once: what moves loses its focus and cannot be clicked
    },
  };
}
