// @ts-check
/** Runs before anything else: Voilà's front end closes its connection when the page is left, so the last words are flushed before it does. */
addEventListener("beforeunload", () => document.dispatchEvent(new Event("newsoil:flush")));
/** Voilà calls these from a page that takes long to run. */
Object.assign(globalThis, { voila_heartbeat: () => {}, voila_finish: () => {}, voila_process: () => {} });
