// @ts-check
/**
 * The line of a page to its room. It comes back by itself, and what the room has not answered is sent again: a message stays here, under its
 * number, until the room has done or refused it.
 *
 * @typedef {{reason: string, says: string}} Refusal
 * @typedef {{n: number, message: Record<string, any>, sent: number, then: (reply: {kind: "done" | "refused", reason?: string, says?: string}) => void}} Unanswered
 * @typedef {{told: (message: any) => void, is: (state: "connected" | "trying", says?: string) => void, over: (refusal: Refusal) => void}} Hears
 * @typedef {{send: (slot: string, message: Record<string, any>, then: Unanswered["then"]) => void, waits: (slot: string) => boolean, close: () => void}} Line
 */
import { words } from "./given.js";

const SOON = 300, LATEST = 5000, UNANSWERED_FOR = 6000, ASLEEP_FOR = 20_000, AFTER_TOO_MANY = 10_000;

/** Why the room ends a line, by its numbers. */
const NOT_OURS = 4400, TAKEN_OUT = 4403, TOO_MANY = 4429, OVER = 4410;

/** @param {string} path @param {Hears} hears @returns {Line} */
export function openLine(path, hears) {
  const address = new URL(path, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.hash = "";
  /** @type {Map<string, Unanswered>} */
  const unanswered = new Map();
  /** @type {WebSocket | null} */
  let socket = null;
  let tries = 0, number = 0, again = 0, hiddenAt = 0, ended = false;

  function connect() {
    clearTimeout(again);
    if (ended) return;
    const own = new WebSocket(address), giveUp = setTimeout(() => own.close(), LATEST);
    let opened = false;
    socket?.close();
    socket = own;
    own.onopen = () => {
      clearTimeout(giveUp);
      opened = true;
      hears.is("connected");
      for (const item of unanswered.values()) post(item);
    };
    own.onmessage = ({ data }) => own === socket && hear(JSON.parse(data));
    own.onclose = ({ code }) => {
      clearTimeout(giveUp);
      if (own === socket) lost(code, opened);
    };
  }

  /** @param {number} code @param {boolean} opened */
  async function lost(code, opened) {
    socket = null;
    if (ended) return;
    hears.is("trying");
    if (code === NOT_OURS) return end({ reason: "not-ours", says: words["not-ours"] });
    if (code === OVER) return end({ reason: "over", says: "" });
    const refusal = code === TAKEN_OUT || !opened ? await whyNot() : null;
    if (refusal && refusal.reason !== "full") return end(refusal);
    if (refusal) hears.is("trying", refusal.says); // there may be a seat in a moment
    const wait = Math.min(SOON * 2 ** tries++, LATEST);
    if (!socket) again = window.setTimeout(connect, code === TOO_MANY ? AFTER_TOO_MANY : wait * (0.6 + 0.4 * Math.random())); // not all phones at once
  }

  /** A browser does not say why it got no line; asked without one, the room does. @returns {Promise<Refusal | null>} */
  const whyNot = () => fetch(path, { cache: "no-store" }).then((answer) => (answer.status === 403 ? answer.json() : null)).catch(() => null);

  /** @param {Refusal} refusal */
  function end(refusal) {
    close();
    hears.over(refusal);
  }

  function close() {
    ended = true;
    clearInterval(watch);
    clearTimeout(again);
    socket?.close();
  }

  /** @param {any} message */
  function hear(message) {
    tries = 0;
    if (message.kind !== "done" && message.kind !== "refused") return hears.told(message);
    for (const [slot, item] of unanswered) {
      if (item.n !== message.n) continue;
      unanswered.delete(slot);
      item.then(message);
    }
  }

  /** @param {Unanswered} item */
  function post(item) {
    if (socket?.readyState !== WebSocket.OPEN) return;
    item.sent = Date.now();
    socket.send(JSON.stringify({ ...item.message, n: item.n }));
  }

  function renew() {
    tries = 0;
    connect();
  }

  // A line can be dead and look alive: after a sleep, or in another network.
  const watch = window.setInterval(() => [...unanswered.values()].some(({ sent }) => sent && Date.now() - sent > UNANSWERED_FOR) && renew(), SOON * 5);
  addEventListener("online", renew);
  addEventListener("pageshow", ({ persisted }) => persisted && renew());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (!socket || Date.now() - hiddenAt > ASLEEP_FOR) renew();
  });
  connect();

  return {
    /** `slot`: a newer message of the same kind replaces one that nobody has answered. */
    send(slot, message, then) {
      const item = { n: ++number, message, sent: 0, then };
      unanswered.set(slot, item);
      post(item);
    },
    waits: (slot) => unanswered.has(slot),
    close,
  };
}
