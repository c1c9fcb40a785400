// @ts-check
/**
 * Runs before anything else, as the one script that stands in the page itself: it opens the socket to the kernel of a page that was run in
 * advance, so that the handshake is over when the client comes to speak (`kernel-line.js` takes it over).
 */
(() => {
  const path = document.documentElement.dataset.knock;
  if (!path) return;
  const session = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${path}?session_id=${session}`, "v1.kernel.websocket.jupyter.org");
  /** @type {MessageEvent[]} */
  const heard = [];
  socket.binaryType = "arraybuffer";
  socket.onmessage = (event) => heard.push(event);
  /** @type {any} */ (globalThis).newsoilKnock = { path, session, socket, heard };
})();
