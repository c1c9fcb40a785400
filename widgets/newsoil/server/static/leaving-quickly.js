// @ts-check
/**
 * Leaving quickly: at once nothing can be seen, then the browser is somewhere else. The page that going back would open is an empty one,
 * by a cookie (`left.js`). What was typed is sent before; the browser's history stays, and the page says so.
 */
import { thrice } from "../../prompts/static/thrice.js";
import { rememberLeaving, showNothingAfterLeaving } from "./left.js";

const TABS = "newsoil-leaving", ACKNOWLEDGED_WITHIN = 300;

/** @param {Record<string, string>} exits addresses by the name of the setting */
export function startLeavingQuickly(exits) {
  const root = document.documentElement, tabs = new BroadcastChannel(TABS);

  /** Leave with this page, and with every other one that is open in this browser. @param {string} [told] where to, if another page said so */
  function leave(told) {
    if (root.classList.contains("ns-left")) return;
    const exit = told ?? root.dataset.exit ?? "";
    if (told === undefined) tabs.postMessage(exit);
    root.classList.add("ns-left");
    document.title = "";
    rememberLeaving();
    document.dispatchEvent(new Event("newsoil:flush"));
    let gone = false;
    // Once: Chromium's renderer falls over now and then when a hidden page is sent away a second time while it goes (1 in 11 times).
    const outbox = /** @type {any} */ (globalThis).newsoil?.outbox, go = () => gone || (gone = true, location.replace(exits[exit] ?? exits.blank));
    if (!outbox?.pending.size) return go();
    // Nothing is seen any more. The last words are given a moment to arrive: then the kernel can be told to end with the page.
    outbox.addEventListener("change", () => outbox.pending.size || go());
    setTimeout(go, ACKNOWLEDGED_WITHIN);
  }
  document.addEventListener("click", (event) => event.target instanceof Element && event.target.closest("[data-leave]") && (event.preventDefault(), leave()));
  thrice(() => leave());
  tabs.onmessage = ({ data }) => leave(String(data));
  // A page that the browser kept whole comes back as it was, also one from which somebody went on to another and left there.
  addEventListener("pageshow", (event) => event.persisted && showNothingAfterLeaving());

  const told = /** @type {HTMLDialogElement | null} */ (document.getElementById("ns-leaving"));
  if (!told || root.dataset.told !== "false") return;
  const keep = () => document.dispatchEvent(new CustomEvent("newsoil:settings", { detail: { told: true } }));
  /** @param {boolean} now @param {string} event @param {() => void} then */
  const once = (now, event, then) => now ? then() : document.addEventListener(event, then, { once: true });
  // Whoever is about to set a passphrase, and loads the page again meanwhile, is asked and told anew.
  const keepAtLast = () => once(!("sealing" in root.dataset), "newsoil:sealed-first", keep);
  told.addEventListener("close", () => once(/** @type {any} */ (globalThis).newsoil?.greeted, "newsoil:greeted", keepAtLast));
  if (root.dataset.keep === "ask") document.addEventListener("newsoil:chosen", () => told.showModal(), { once: true });
  else told.showModal();
}
