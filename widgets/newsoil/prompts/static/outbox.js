// @ts-check
/**
 * Edits on their way to the disk. An edit stays here until the kernel says that it is written: it is sent 200 ms after the last
 * key, at once when a choice is made or the page is left, and again every 3 s until it is acknowledged. One outbox serves the
 * whole page, however many exercises (each with its own copy of this module) it holds.
 *
 * @typedef {{page: string, seq: number, exercise: string, entry: string, made_at: string, at: string, act: string, prompt?: string, value?: any, was?: any}} Edit
 * @typedef {{slot: string, edit: Edit, send: (message: any) => void, due: number, sent: number, since: number, sentence: string, waits?: boolean}} Pending `waits`: the kernel has it, and writes it after long work
 */
import { freshId } from "./dom.js";

const AFTER_LAST_KEY = 200, AGAIN = 3000, AGAIN_SOON = 1000, LATE = 3500, LATE_AT_WORK = 60000, TICK = 100;

class Outbox extends EventTarget {
  page = freshId();
  seq = 0;
  /** @type {Map<string, Pending>} */
  pending = new Map();
  /** @type {((message: any, reply: (message: any) => void) => void) | null} another way to a kernel, when this page's own is gone */
  courier = null;
  #timer = 0;

  constructor() {
    super();
    for (const [target, event] of /** @type {[EventTarget, string][]} */ ([[document, "newsoil:flush"], [document, "visibilitychange"], [window, "pagehide"], [window, "beforeunload"], [document, "focusout"]])) {
      target.addEventListener(event, () => this.flush(), { capture: true });
    }
  }

  /**
   * Take an edit; a newer edit of the same slot replaces one that is still waiting.
   * @param {Omit<Edit, "page" | "seq">} edit
   * @param {(message: any) => void} send
   * @param {boolean} typing whether more keys may follow
   */
  put(edit, send, typing) {
    const slot = `${edit.entry}/${edit.act}/${edit.prompt ?? ""}`, before = this.pending.get(slot), time = Date.now();
    const was = before ? before.edit.was : edit.was;
    this.pending.set(slot, { slot, edit: { ...edit, was, page: this.page, seq: ++this.seq }, send, due: typing ? time + AFTER_LAST_KEY : time, sent: 0, since: before?.since ?? time, sentence: "" });
    if (!typing) this.flush();
    this.#timer ||= window.setInterval(() => this.tick(), TICK);
    this.changed();
  }

  tick() {
    const time = Date.now();
    for (const item of this.inOrder()) if (time >= item.due && (!item.sent || time - item.sent >= (item.waits ? AGAIN_SOON : AGAIN))) this.post(item);
    if (!this.pending.size) {
      window.clearInterval(this.#timer);
      this.#timer = 0;
    }
    this.changed();
  }

  /** Send all that was never sent: now, without waiting for more keys. */
  flush() {
    for (const item of this.inOrder()) if (!item.sent) this.post(item);
  }

  inOrder() {
    return [...this.pending.values()].sort((a, b) => a.edit.seq - b.edit.seq);
  }

  /** @param {Pending} item */
  post(item) {
    item.sent = Date.now();
    const message = { kind: "edit", ...item.edit };
    try {
      if (this.courier) this.courier(message, (reply) => this.receive(reply));
      else item.send(message);
    } catch {
      item.sent = Math.max(1, Date.now() - AGAIN + 500); // the line is gone for the moment: try again soon
    }
  }

  /**
   * Hear what the kernel says of an edit. Returns whether it was about one of ours.
   * @param {any} message
   */
  receive(message) {
    if (message.page !== this.page || !["saved", "kept", "refused", "waits"].includes(message.kind)) return false;
    for (const item of this.pending.values()) {
      if (item.edit.seq !== message.seq) continue;
      item.waits = message.kind === "waits";
      if (item.waits) item.sentence = "";
      else if (message.kind !== "refused") {
        this.pending.delete(item.slot);
        this.dispatchEvent(new CustomEvent("saved", { detail: { edit: item.edit, entry: message.entry, way: message.way, decided: message.decided } }));
        // Saved; or kept: on disk, sealed and unread, since the notes were locked meanwhile.
        document.dispatchEvent(new CustomEvent(`newsoil:${message.kind}`, { detail: { edit: item.edit, rounds: message.rounds } }));
      } else item.sentence = message.sentence;
    }
    this.changed();
    return true;
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /**
   * What waits for the disk, of one exercise or of the page.
   * @param {string} [exercise]
   */
  of(exercise) {
    return this.inOrder().filter((item) => !exercise || item.edit.exercise === exercise);
  }

  /** @param {Pending[]} items */
  late(items) {
    return items.some((item) => item.sentence || Date.now() - item.since > (item.waits ? LATE_AT_WORK : LATE));
  }
}

/** @type {Outbox} */
export const outbox = ((/** @type {any} */ (globalThis)).newsoil ??= {}).outbox ??= new Outbox();
