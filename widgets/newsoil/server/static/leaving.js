// @ts-check
/**
 * The kernel ends when its page is left: this says so on `pagehide`, which a phone fires too. The server ends the kernel only after it has
 * worked off what the page sent before; and while something is not acknowledged, or long work on the notes is under way, it is not even told: a
 * kernel without a page ends by itself.
 * What is not acknowledged is sent once more in a way that outlives the page, for what a websocket was just given may go down with it.
 * Where nothing is kept, the notes end with the page, and whoever goes back finds another one.
 */
import { inMemory } from "./ways.js";

export function endWithPage() {
  addEventListener("pagehide", (event) => {
    document.dispatchEvent(new Event("newsoil:flush"));
    const { works, outbox } = /** @type {any} */ (globalThis).newsoil ?? {};
    if (!inMemory()) sendLastWords(!event.persisted && !works);
    if (event.persisted && !inMemory()) return;
    if (!inMemory() && (works || outbox?.pending.size)) return;
    endKernel();
  });
  addEventListener("pageshow", (event) => event.persisted && inMemory() && location.reload());
}

/** Bytes that a browser sends of a page that is left, with room for what is around them. */
const AT_MOST = 60_000;

/**
 * Send what is not acknowledged, as much as a browser takes, to the kernel that writes for this page. If that is all of it, the kernel can
 * end with the page, once it has worked it off.
 * @param {boolean} ending whether the page ends
 */
function sendLastWords(ending) {
  const { outbox, carrier } = /** @type {any} */ (globalThis).newsoil ?? {}, page = carrier ?? window, { line } = page.newsoil ?? {};
  /** @type {string[]} */
  const edits = [];
  let size = 0, all = ending && !carrier;
  for (const { edit } of line && outbox ? outbox.inOrder() : []) {
    const { was: _, ...without } = edit, words = [edit, without].map((one) => JSON.stringify({ kind: "edit", ...one })).find((one) => size + sizeOf(one) < AT_MOST);
    if (!words) {
      all = false; // it is too long, and shorter ones go all the same
      continue;
    }
    size += sizeOf(words);
    edits.push(words);
  }
  if (edits.length) send(page, "newsoil/last", { words: `{"line":${JSON.stringify(line)},"edits":[${edits.join(",")}]}`, end: all ? "1" : "" });
}

/** Bytes of an edit and what parts it from the next. @param {string} words */
const sizeOf = (words) => new Blob([words]).size + 1;

/** Tell the server that nobody needs this page's kernel any more. */
export const endKernel = () => send(window, "voila/api/shutdown");

/**
 * Send something about a page's kernel in a way that outlives the page.
 * @param {Window} page @param {string} where @param {Record<string, string>} [more]
 */
function send(page, where, more = {}) {
  const { baseUrl, kernelId } = JSON.parse(page.document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...more, _xsrf: forgeryToken() })) form.append(name, value);
  navigator.sendBeacon(`${baseUrl}${where}/${kernelId}`, form);
}

/** What a page says with a request that a page elsewhere could not know. */
export const forgeryToken = () => decodeURIComponent(document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "");
