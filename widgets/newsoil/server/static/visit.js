// @ts-check
/**
 * While notes are in memory alone: the line that says so, the file to take away and to bring back after a look at it, and this page's own copy
 * of every note.
 * The kernel can end before the page does, as while a phone sleeps; then the copy goes to another kernel, and nothing is lost.
 */
import { drawLooked } from "../../prompts/static/looked.js";
import { drawWork } from "../../prompts/static/work.js";
import { tellLength } from "./lengths.js";
import { inMemory, settled, today } from "./ways.js";

const LARGEST = 268435456, ADDRESS_LIVES = 10000;

/** @param {Record<string, string>} words @param {Record<string, string>} bringing the words about bringing notes in, of “Your notes” */
export function startVisit(words, bringing) {
  const root = document.documentElement, soil = /** @type {any} */ (globalThis).newsoil ??= {};
  const bar = /** @type {HTMLElement} */ (document.getElementById("ns-visit"));
  const file = /** @type {HTMLInputElement} */ (document.getElementById("ns-file")), dialog = /** @type {HTMLDialogElement} */ (document.getElementById("ns-bring"));
  const looked = /** @type {HTMLElement} */ (dialog.querySelector("[data-looked]")), work = drawWork({ ...bringing, locked: "" });
  /** Every note as the kernel had it last, by its id. @type {Map<string, any>} */
  const copy = new Map();
  /** Which kernel this page goes on with, the first one not counted, and which of them has its notes. */
  let kernel = 0, served = 0;
  let changes = 0, taken = 0, brought = 0, looks = 0;

  /** @param {string} sentence */
  function say(sentence) {
    for (const place of document.querySelectorAll("[data-says]")) place.textContent = sentence;
  }
  const asDocument = () => new TextEncoder().encode(JSON.stringify({ format: "newsoil-entries", schema_version: 1, entries: [...copy.values()] })).buffer;
  /** Whether there are words that nobody has taken away. */
  const isLoose = () => changes > taken || Boolean(soil.outbox?.pending.size);

  /** @param {any} event */
  function remember({ detail: { entry, way } }) {
    if (!way || !entry) return;
    copy.set(entry.id, entry);
    changes++;
  }
  async function take() {
    say("");
    await settled();
    if (!soil.written()) return say(words["took-nothing"]);
    const before = changes, name = `notes-${today()}.json`, reply = await soil.ask({ kind: "take-file" });
    const href = URL.createObjectURL(new Blob([reply?.content ?? asDocument()], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), ADDRESS_LIVES);
    taken = before;
    say(words.took.replace("{name}", name));
  }
  /** Ask the kernel something that takes a while, in the dialog. @param {any} message @param {ArrayBuffer} [bytes] @returns {Promise<any>} */
  async function labour(message, bytes) {
    /** @type {any} */
    let reply = null;
    await work.run(async (told) => {
      reply = await soil.ask(message, bytes, told);
      return {}; // what went wrong is said in the line
    });
    return reply;
  }
  /** Look at the file that was chosen. Nothing of it comes in before the yes. */
  async function look() {
    const [one] = file.files ?? [];
    if (!one) return;
    say("");
    const bytes = one.size <= LARGEST && await one.arrayBuffer().catch(() => null);
    file.value = "";
    if (!bytes || !await settled()) return say(words[one.size > LARGEST ? "large" : "no-answer"]);
    looked.replaceChildren();
    dialog.returnValue = "";
    dialog.showModal();
    const mine = ++looks, reply = await labour({ kind: "look-file" }, bytes);
    if (mine !== looks) return; // somebody has left it as it is meanwhile
    if (reply?.kind !== "looked") return refuse(reply);
    const box = drawLooked(bringing, reply, bring, () => dialog.close());
    looked.replaceChildren(box);
    box.focus();
  }
  async function bring() {
    if (work.isBusy()) return;
    const reply = await labour({ kind: "bring-in" });
    if (reply?.kind !== "brought") return refuse(reply);
    const came = reply.new + reply.changed + reply.same;
    brought += came;
    dialog.close();
    say([words.brought.replace("{n}", String(came)), ...reply.sentences].join(" "));
  }
  /** @param {any} reply */
  function refuse(reply) {
    dialog.close();
    say(reply?.sentence ?? words["no-answer"]);
  }
  /**
   * Many notes came or went at once, by a file or by erasing: have this page's copy be what the kernel has. Not of a kernel that still waits
   * for this page's notes, nor of one that has ended meanwhile.
   */
  async function follow() {
    const mine = kernel;
    if (!inMemory() || served < mine) return;
    const all = await soil.ask({ kind: "take-file" });
    if (!all?.content || kernel !== mine) return;
    copy.clear();
    for (const entry of JSON.parse(new TextDecoder().decode(all.content)).entries) copy.set(entry.id, entry);
    brought = 0;
  }
  const handOver = () => soil.ask({ kind: "give", way: root.dataset.keep }, asDocument());
  /**
   * Give another kernel what this page has: what the first one had acknowledged, then the words that were on their way, then all of it once
   * more, so that it draws what is there now. Returns whether the kernel has heard it.
   */
  async function give() {
    const mine = kernel;
    if (served >= mine || !inMemory()) return true;
    if (!await handOver()) return false;
    const { outbox } = soil;
    if (outbox.pending.size) {
      for (const item of outbox.pending.values()) Object.assign(item, { sent: 0, send: (/** @type {any} */ message) => soil.carry(message, (/** @type {any} */ reply) => outbox.receive(reply)) });
      await settled();
      await handOver();
    }
    served = Math.max(served, mine);
    return true;
  }

  Object.assign(soil, { written: () => copy.size + brought > 0, give });
  document.addEventListener("newsoil:opening", () => say(""));
  document.addEventListener("newsoil:renewing", () => kernel++);
  document.addEventListener("newsoil:others", follow);
  document.addEventListener("newsoil:greeted", () => {
    soil.outbox.addEventListener("saved", remember); // once: it is the same listener
  });
  document.addEventListener("newsoil:way", () => {
    if (inMemory()) return;
    copy.clear();
    [taken, brought] = [changes, 0];
    say("");
  });
  addEventListener("beforeunload", (event) => {
    if (root.dataset.keep === "visitor" && !root.classList.contains("ns-left") && isLoose()) event.preventDefault();
  });
  for (const one of document.querySelectorAll("button[data-take]")) one.addEventListener("click", take);
  document.querySelector("button[data-bring]")?.addEventListener("click", () => file.click());
  file.addEventListener("change", look);
  dialog.querySelector("[data-work]")?.append(work.node);
  dialog.addEventListener("cancel", (event) => work.isBusy() && looked.firstChild && event.preventDefault()); // they are coming in
  dialog.addEventListener("close", () => {
    looks++;
    looked.replaceChildren();
    const nowhere = document.activeElement === document.body && dialog.returnValue !== "help";
    if (nowhere) /** @type {HTMLElement | null} */ (document.querySelector("button[data-bring]"))?.focus();
  });
  const measure = () => tellLength("--ns-bar", getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);
  new ResizeObserver(measure).observe(bar);
  return say;
}
