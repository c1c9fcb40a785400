// @ts-check
/**
 * Runs before anything else where Voilà's own front end draws the page. If somebody left quickly, nothing of it is seen. Voilà closes its
 * connection when the page is left, so the last words are flushed before it does.
 */
import { showNothingAfterLeaving } from "./left.js";

showNothingAfterLeaving();
addEventListener("beforeunload", () => document.dispatchEvent(new Event("newsoil:flush")));
/** Voilà calls these from a page that takes long to run. */
Object.assign(globalThis, { voila_heartbeat: () => {}, voila_finish: () => {}, voila_process: () => {} });
