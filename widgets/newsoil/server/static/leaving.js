// @ts-check
/**
 * The kernel ends when its page is left. Voilà says so on `beforeunload`, which a phone or a tab closed from elsewhere may never fire; this
 * says it again on `pagehide`. The server ends the kernel only after it has worked off what the page sent before.
 */
export function endWithPage() {
  addEventListener("pagehide", (event) => {
    if (event.persisted) return;
    const { baseUrl, kernelId } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
    const form = new FormData();
    form.append("_xsrf", decodeURIComponent(document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? ""));
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${kernelId}`, form);
  });
}
