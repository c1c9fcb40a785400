// @ts-check
/**
 * The kernel ends when its page is left: this says so on `pagehide`, which a phone fires too. The server ends the kernel only after it has
 * worked off what the page sent before; and while something is not acknowledged it is not even told: a kernel without a page ends by itself.
 * Where nothing is kept, the notes end with the page, and whoever goes back finds another one.
 */
import { inMemory } from "./ways.js";

export function endWithPage() {
  addEventListener("pagehide", (event) => {
    if (event.persisted && !inMemory()) return;
    document.dispatchEvent(new Event("newsoil:flush"));
    if (!inMemory() && /** @type {any} */ (globalThis).newsoil?.outbox?.pending.size) return;
    endKernel();
  });
  addEventListener("pageshow", (event) => event.persisted && inMemory() && location.reload());
}

/** Tell the server that nobody needs this page's kernel any more. */
export function endKernel() {
  const { baseUrl, kernelId } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const form = new FormData();
  form.append("_xsrf", decodeURIComponent(document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? ""));
  navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, form);
}
