// @ts-check
/** Files from the kernel, part by part, and into the browser's downloads. What was made is not kept longer than it is needed. */
import { now } from "./clock.js";
import { button, freshId, h, say } from "./dom.js";

const ADDRESS_LIVES = 10000, KILO = 1000, MEGA = 1000000, TYPE = "application/octet-stream";

/** @typedef {{blob: Blob, seen: Blob, name: string, sentence?: undefined} | {sentence: string}} Made */

/**
 * Let the kernel make a file, and fetch it.
 * @param {import("./asking.js").Ask} ask @param {any} message @param {import("./asking.js").Told} told
 * @returns {Promise<any>} the file and what is seen of it, which is itself unless it is locked; or a sentence that says why there is none
 */
export async function makeFile(ask, message, told) {
  const id = freshId(), made = await ask({ ...message, ask: id, at: now() }, { told });
  if (made.kind !== "made") return made;
  const parts = [];
  for (let part = 0; part < made.parts; part++) {
    const reply = await ask({ kind: "take", ask: id, part });
    if (reply.kind !== "part") return reply;
    parts.push(reply.content);
    if (made.parts > 1) told(part + 1, made.parts);
  }
  ask({ kind: "taken", ask: id });
  const all = new Blob(parts, { type: TYPE }), blob = made.shown ? all.slice(made.shown, all.size, TYPE) : all;
  return { blob, seen: made.shown ? all.slice(0, made.shown) : blob, name: made.name };
}

/** Put a file into the browser's downloads. @param {{blob: Blob, name: string}} file */
function save({ blob, name }) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), ADDRESS_LIVES);
}

/** How large a file is, in words. @param {number} size @param {Record<string, string>} words */
const inBytes = (size, words) => size < MEGA ? say(words.bytes, { n: Math.max(1, Math.round(size / KILO)) }) : say(words["bytes-large"], { n: (size / MEGA).toFixed(1) });

/**
 * The button that saves a file, with what it is and where it goes.
 * @param {Record<string, string>} words @param {{blob: Blob, name: string}} file
 * @returns {{node: any, button: HTMLButtonElement}}
 */
export function drawFile(words, file) {
  const about = h("p", { class: "ns-meta ns-file" }, say(words["file-is"], { name: file.name, size: inBytes(file.blob.size, words) }));
  const act = button(words["save-file"], () => save(file), "ns-btn ns-btn-main");
  return { node: h("div", { class: "ns-ready" }, about, act, h("p", { class: "ns-hint" }, words["file-goes"])), button: act };
}
