// @ts-check
/** “Right now” on a page of the app, one that has no kernel included: its button, and what the dialog has to know of the page. */
import { rightNow } from "../../prompts/static/right-now.js";

const soil = /** @type {any} */ (globalThis).newsoil ??= {};

const openNow = rightNow(JSON.parse(document.getElementById("newsoil-right-now")?.textContent ?? "{}"), {
  writes: () => Boolean(soil.writes?.()),
  outbox: () => soil.outbox,
  send: (message) => soil.carry(message, (/** @type {any} */ reply) => soil.outbox.receive(reply)),
  ways: () => [...document.querySelectorAll(".ns-tools :is(.ns-btn-help, [data-leave])")].map((one) => {
    const link = /** @type {HTMLElement} */ (one.cloneNode(true));
    link.className = "ns-text-btn";
    return link;
  }),
});

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-right-now]");
  if (button instanceof HTMLElement) openNow(button);
});
