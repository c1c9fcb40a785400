// @ts-check
/** On a phone, exercises are a list of headings, each opened in place. */
import { h, isFirst } from "./dom.js";

const PHONE = "(max-width: 40rem)";

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} heading
 * @param {string} title
 * @param {AbortSignal} signal
 */
export function folding(section, heading, title, signal) {
  const phone = matchMedia(PHONE);
  const opener = h("button", { type: "button", class: "ns-opener", on: { click: () => open(section.classList.contains("ns-closed")) } }, title);
  /** @param {boolean} wide */
  function open(wide) {
    section.classList.toggle("ns-closed", phone.matches && !wide);
    opener.setAttribute("aria-expanded", String(!section.classList.contains("ns-closed")));
  }
  /** Fold, or stand open: the first exercise of a page does, and one that was begun. @param {boolean} begun */
  function fold(begun) {
    heading.replaceChildren(phone.matches ? opener : title);
    open(begun || isFirst(section));
  }
  phone.addEventListener("change", () => fold(!section.classList.contains("ns-closed")), { signal });
  return { open, fold };
}
