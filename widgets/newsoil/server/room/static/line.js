// @ts-check
/** The connection of a page to the room: it comes back by itself, and what was said waits until the room has answered. */

/** Codes with which the room ends a connection for good (`line.py`). */
const FOR_GOOD = [4400, 4403, 4410];

/**
 * @param {string} address relative to the page
 * @param {{ heard: (message: any) => void, state: (is: "here" | "lost" | "over", code?: number) => void }} to
 */
export function openLine(address, { heard, state }) {
  /** @type {Map<number, { text: string, answered: (reply: any) => void }>} */
  const waiting = new Map();
  let number = 0, tries = 0;
  /** @type {WebSocket} */
  let socket;

  function connect() {
    socket = new WebSocket(new URL(address, location.href).href.replace(/^http/, "ws"));
    socket.addEventListener("open", () => {
      tries = 0;
      state("here");
      for (const one of waiting.values()) socket.send(one.text);
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data), asked = waiting.get(message.n);
      if (message.kind !== "done" && message.kind !== "refused") return heard(message);
      waiting.delete(message.n);
      asked?.answered(message);
    });
    socket.addEventListener("close", ({ code }) => {
      if (FOR_GOOD.includes(code)) return state("over", code);
      state("lost");
      setTimeout(connect, Math.min(300 * 2 ** tries++, 5000));
    });
  }
  connect();

  return {
    /** Say something; resolves with the room's reply. @param {Record<string, any>} message @returns {Promise<any>} */
    ask(message) {
      const n = ++number, text = JSON.stringify({ ...message, n });
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
      return new Promise((answered) => waiting.set(n, { text, answered }));
    },
    /** How many wait for an answer. */
    waiting: () => waiting.size,
  };
}
