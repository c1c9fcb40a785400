// @ts-check
/**
 * The kernel ends when its page is left: this says so on `pagehide`, which a phone fires too. The server ends the kernel only after it has
 * worked off what the page sent before; and while something is not acknowledged it is not even told: a kernel without a page ends by itself.
 */
export function endWithPage() {
  addEventListener("pagehide", (event) => {
    if (event.persisted) return;
    document.dispatchEvent(new Event("newsoil:flush"));
    if (/** @type {any} */ (globalThis).newsoil?.outbox?.pending.size) return;
    const { baseUrl, kernelId } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
    const form = new FormData();
    form.append("_xsrf", decodeURIComponent(document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? ""));
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, form);
  });
}
