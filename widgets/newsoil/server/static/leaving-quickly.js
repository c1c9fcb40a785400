// @ts-check
/**
 * Leaving quickly: at once nothing can be seen, then the browser is somewhere else. The page that going back would open is an empty one,
 * by a cookie that the server looks at (`page_handler`). What was typed is sent before; the browser's history stays, and the page says so.
 */
const TAPS = 3, WITHIN = 5000, LEFT = "newsoil_left", DAY = 86400, ACKNOWLEDGED_WITHIN = 300;

/** @param {Record<string, string>} exits addresses by the name of the setting */
export function startLeavingQuickly(exits) {
  const root = document.documentElement;
  /** @type {number[]} */
  let taps = [];

  function leave() {
    root.classList.add("ns-left");
    document.title = "";
    document.cookie = `${LEFT}=1; path=/; max-age=${DAY}; samesite=strict`;
    document.dispatchEvent(new Event("newsoil:flush"));
    const outbox = /** @type {any} */ (globalThis).newsoil?.outbox, go = () => location.replace(exits[root.dataset.exit ?? ""] ?? exits.blank);
    if (!outbox?.pending.size) return go();
    // Nothing is seen any more. The last words are given a moment to arrive: then the kernel can be told to end with the page.
    outbox.addEventListener("change", () => outbox.pending.size || go());
    setTimeout(go, ACKNOWLEDGED_WITHIN);
  }
  for (const one of document.querySelectorAll("[data-leave]")) one.addEventListener("click", (event) => (event.preventDefault(), leave()));
  // Shift by itself, three times. A capital letter is Shift and another key, which begins the count anew.
  addEventListener("keydown", ({ key, repeat }) => {
    const now = Date.now();
    if (key !== "Shift") taps = [];
    else if (!repeat) taps = [...taps.filter((at) => now - at < WITHIN), now];
    if (taps.length >= TAPS) leave();
  }, { capture: true });
  addEventListener("pageshow", (event) => event.persisted && root.classList.contains("ns-left") && location.reload());

  const told = /** @type {HTMLDialogElement | null} */ (document.getElementById("ns-leaving"));
  if (!told || root.dataset.told !== "false") return;
  const keep = () => document.dispatchEvent(new CustomEvent("newsoil:settings", { detail: { told: true } }));
  told.addEventListener("close", () => /** @type {any} */ (globalThis).newsoil?.greeted ? keep() : document.addEventListener("newsoil:greeted", keep, { once: true }));
  told.showModal();
}
