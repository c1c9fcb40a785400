// @ts-check
/**
 * The line to the kernel: one websocket, opened again when it breaks or falls silent. A message is kept until the kernel says that it has
 * worked it off, and sent again on a new socket; so everything that hears one must bear to hear it twice.
 *
 * @typedef {import("./framing.js").Message} Message
 * @typedef {{message: Omit<Message, "buffers">, buffers: (ArrayBuffer | ArrayBufferView)[], sent: boolean, done?: () => void}} Waiting
 */
import { PROTOCOL, fresh, pack, unpack } from "./framing.js";

const TICK = 1000, SILENT = 4000, LISTENED = 15000, SOONEST = 250, LATEST = 10000;

export class KernelLine {
  session = fresh();
  /** @type {Map<string, (message: Message) => void>} who hears the messages of a comm */
  comms = new Map();
  /** @type {Map<string, (message: Message) => void>} who hears what the kernel puts out in answer to a message */
  answers = new Map();
  /** @param {Message} _message a comm that the kernel opened */
  onopened = (_message) => {};
  /** Called whenever a socket is open. */
  onconnected = () => {};

  /** @type {Map<string, Waiting>} */
  #waiting = new Map();
  /** @type {WebSocket | null} */
  #socket = null;
  #address;
  #seen = 0;
  #patience = SILENT;
  #tries = 0;
  #timer = 0;
  #retry = 0;
  #closed = false;
  /** @type {{socket: WebSocket, heard: MessageEvent[], greeted: string[]} | null} what the page's own script began before this client was there (`knock.js`) */
  #knock = null;
  /** The same while its socket is ours. @type {{greeted: string[]} | null} */
  #knocked = null;
  /** What came before the page's widgets were known; null once they are. @type {Message[] | null} */
  #early = [];
  /** What came to each comm that the page's own script has greeted, until its widget says hello. @type {Map<string, Message[]>} */
  #greeted = new Map();

  /** @param {string} address of the kernel: `/api/kernels/<id>` after the server's base address */
  constructor(address) {
    const knock = /** @type {any} */ (globalThis).newsoilKnock, path = `${address}/channels`;
    if (knock?.path === path) {
      this.session = knock.session;
      this.#knock = knock;
    }
    this.#address = `${location.origin.replace(/^http/, "ws")}${path}?session_id=${this.session}`;
    this.#timer = window.setInterval(() => this.#look(), TICK);
    addEventListener("online", this.#now);
    document.addEventListener("visibilitychange", this.#now);
  }

  get up() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  get waiting() {
    return this.#waiting.size;
  }

  open() {
    clearTimeout(this.#retry);
    this.#retry = 0;
    this.#closed = false;
    const knock = this.#knock, opened = knock && knock.socket.readyState <= WebSocket.OPEN;
    this.#knock = null;
    this.#greeted.clear(); // what was said on another socket may not be heard any more
    this.#knocked = opened ? knock : null;
    const socket = opened ? knock.socket : new WebSocket(this.#address, PROTOCOL);
    this.#socket?.close();
    this.#socket = socket;
    this.#seen = Date.now();
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#connected(socket);
    socket.onmessage = ({ data }) => socket === this.#socket && this.#hear(unpack(data));
    socket.onclose = () => socket === this.#socket && this.#again();
    if (!this.up) return;
    this.#connected(socket);
    for (const { data } of knock?.heard ?? []) this.#hear(unpack(data));
  }

  /** The page's widgets are known from here on: pass on what came for them meanwhile. */
  deliver() {
    const early = this.#early ?? [];
    this.#early = null;
    for (const comm of this.#knocked?.greeted ?? []) this.#greeted.set(comm, []);
    for (const message of early) this.#pass(message);
  }

  /**
   * A widget is about to say hello. Where the page's own script has said it, the answers that came follow at once, and nothing is to be sent.
   * @param {string} comm
   */
  isGreeted(comm) {
    const answers = this.#greeted.get(comm);
    if (!answers) return false;
    this.#greeted.delete(comm);
    queueMicrotask(() => answers.forEach((message) => this.#pass(message)));
    return true;
  }

  /** @param {WebSocket} socket */
  #connected(socket) {
    if (socket !== this.#socket) return;
    this.#tries = 0;
    this.#seen = Date.now();
    for (const one of this.#waiting.values()) this.#post(one);
    this.onconnected();
  }

  /** Close for good; the kernel lives on. */
  close() {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#retry);
    removeEventListener("online", this.#now);
    document.removeEventListener("visibilitychange", this.#now);
    this.#socket?.close();
  }

  /**
   * Send a message, now or once the line is there again.
   * @param {string} type
   * @param {any} content
   * @param {{channel?: string, metadata?: any, buffers?: (ArrayBuffer | ArrayBufferView)[], done?: () => void}} [how] `done` is called when the kernel has worked it off
   * @returns {string} the message's id
   */
  send(type, content, { channel = "shell", metadata = {}, buffers = [], done } = {}) {
    const same = !this.up && !buffers.length && this.#unsent(type, content);
    if (same) return same;
    const header = { msg_id: fresh(), msg_type: type, session: this.session, username: "", version: "5.3", date: new Date().toISOString() };
    /** @type {Waiting} */
    const one = { message: { channel, header, parent_header: {}, metadata, content }, buffers, sent: false, done };
    this.#waiting.set(header.msg_id, one);
    if (this.up) this.#post(one);
    return header.msg_id;
  }

  /** What asks the same each second is kept once while the line is down. @param {string} type @param {any} content */
  #unsent(type, content) {
    const text = JSON.stringify(content);
    for (const [id, { message, sent }] of this.#waiting) if (!sent && message.header.msg_type === type && JSON.stringify(message.content) === text) return id;
    return "";
  }

  /**
   * Send a message, or send it again: what the kernel said to it may have gone down with the socket, so it has to be worked off anew. A
   * kernel takes a signature once, and the time is what makes it another one.
   * @param {Waiting} one
   */
  #post(one) {
    if (one.sent) one.message.header.date = new Date().toISOString();
    one.sent = true;
    this.#socket?.send(pack(one.message, one.buffers));
  }

  /** @param {Message} message */
  #hear(message) {
    this.#seen = Date.now();
    this.#patience = SILENT;
    if (this.#early) this.#early.push(message);
    else this.#pass(message);
  }

  /** @param {Message} message */
  #pass(message) {
    const type = message.header.msg_type, content = message.content, asked = message.parent_header?.msg_id;
    if (type === "comm_msg") {
      const held = this.#greeted.get(content.comm_id);
      if (held) held.push(message);
      else this.comms.get(content.comm_id)?.(message);
    }
    else if (type === "comm_open") this.onopened(message);
    else if (type === "comm_close") this.comms.delete(content.comm_id);
    else if (type === "status") {
      if (content.execution_state === "idle") this.#worked(asked);
    } else if (message.channel === "iopub") this.answers.get(asked)?.(message);
  }

  /** @param {string} id */
  #worked(id) {
    const one = this.#waiting.get(id);
    this.#waiting.delete(id);
    one?.done?.();
  }

  /** Each second: a socket that is silent although something was sent is given up, each time after more patience. */
  #look() {
    if (!this.up) return;
    const silent = Date.now() - this.#seen;
    if (this.#waiting.size && silent > this.#patience) {
      this.#patience = Math.min(2 * this.#patience, 8 * SILENT);
      this.open();
    } else if (!this.#waiting.size && silent > LISTENED) this.send("kernel_info_request", {});
  }

  #again() {
    if (this.#closed || this.#retry) return;
    const wait = Math.min(LATEST, SOONEST * 2 ** this.#tries++);
    this.#retry = window.setTimeout(() => this.open(), wait * (0.8 + 0.4 * Math.random()));
  }

  /** The computer woke, or the network is back: do not wait for the next attempt. */
  #now = () => {
    if (this.#closed || document.visibilityState === "hidden" || this.up) return;
    this.#tries = 0;
    this.open();
  };
}
