// @ts-check
/** A pause of about a minute: quiet words, a slow line, and nothing that moves for whoever wants no motion. It ends nothing by itself. */
import { h, say } from "./dom.js";

const LOOK = 500, TOLD_EVERY = 15;

/**
 * @param {number} seconds
 * @param {Record<string, string>} words
 * @param {(sentence: string) => void} announce for a screen reader: once when it begins, once in the middle, once at the end
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function drawSlowPause(seconds, words, announce) {
  const left = h("p", { class: "ns-slow-left" }), line = h("div", { class: "ns-slow", "aria-hidden": "true" }, h("span"));
  const begun = Date.now();
  let half = false;
  line.style.setProperty("--ns-slow", `${seconds}s`);

  function look() {
    const rest = seconds - (Date.now() - begun) / 1000, told = Math.ceil(rest / TOLD_EVERY) * TOLD_EVERY;
    const sentence = rest > 0 ? say(words["pause-left"], { seconds: told }) : words["pause-over"];
    if (left.textContent !== sentence) left.textContent = sentence;
    line.dataset.at = rest <= 0 ? "over" : rest <= seconds / 2 ? "half" : "begun";
    if (rest <= 0) {
      announce(words["pause-over"]);
      clearInterval(timer);
    } else if (rest <= seconds / 2 && !half) {
      half = true;
      announce(words["pause-half"]);
    }
  }
  const timer = setInterval(look, LOOK);
  announce(say(words["pause-begun"], { seconds }));
  look();
  return { node: h("div", { class: "ns-slow-pause" }, left, line), stop: () => clearInterval(timer) };
}
