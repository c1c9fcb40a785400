// @ts-check
/** A pause. That all is kept is said only while it is true. */

export function startPause() {
  const pause = /** @type {HTMLDialogElement} */ (document.getElementById("ns-pause")), kept = /** @type {HTMLElement} */ (pause.querySelector("[data-kept]"));
  function look() {
    const outbox = /** @type {any} */ (globalThis).newsoil?.outbox;
    outbox?.addEventListener("change", look); // once: it is the same listener
    kept.hidden = Boolean(outbox?.pending.size);
  }
  document.querySelector("[data-pause]")?.addEventListener("click", () => (look(), pause.showModal()));
}
