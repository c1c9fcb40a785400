// @ts-check
/**
 * The widgets' states on this side: what the kernel holds, kept in step by the messages of `jupyter.widget` (widget protocol 2).
 *
 * @typedef {import("./framing.js").Message} Message
 */
import { fresh } from "./framing.js";

const HELLO = "hello"; // what our own widgets say first
const CONTROL = "jupyter.widget.control", ASK_AGAIN = 500;

/** @param {any} one @param {any} other */
const same = (one, other) => one === other || (typeof one === "object" && typeof other === "object" && !holdsBytes(one) && !holdsBytes(other) && JSON.stringify(one) === JSON.stringify(other));
/** @param {any} value */
const holdsBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/**
 * Put binary parts back into their places.
 * @param {any} state @param {(string | number)[][]} [paths] @param {DataView[]} [buffers]
 */
function whole(state, paths = [], buffers = []) {
  paths.forEach((path, at) => {
    const place = path.slice(0, -1).reduce((part, key) => part[key], state);
    place[path[path.length - 1]] = buffers[at];
  });
  return state;
}

/** One widget's state, with the interface of a model that widgets' modules know. */
export class Model {
  /** @type {{name: string, listener: (...heard: any[]) => void, context: any}[]} */
  #listeners = [];
  /** @type {Set<string>} what was set here and is not sent yet */
  #changed = new Set();
  /** @type {{id: string, names: string[]} | null} the one update that is on its way */
  #under = null;

  /**
   * @param {string} id
   * @param {any} state
   * @param {import("./kernel-line.js").KernelLine} line
   */
  constructor(id, state, line) {
    this.id = id;
    this.state = state;
    this.line = line;
    line.comms.set(id, (message) => this.#hear(message));
  }

  /** Which kind of widget it is: `VBoxModel`, `AnyModel`. @returns {string} */
  get kind() {
    return this.state._model_name;
  }

  /** @returns {string} */
  get module() {
    return this.state._model_module;
  }

  /** What nobody has set is null; a page that was run in advance leaves it out. @param {string} name */
  get(name) {
    return this.state[name] ?? null;
  }

  /** @param {string | Record<string, any>} name @param {any} [value] */
  set(name, value) {
    const values = typeof name === "string" ? { [name]: value } : name;
    for (const key of this.#take(values)) this.#changed.add(key);
  }

  /** @param {string} names @param {(...heard: any[]) => void} listener @param {any} [context] */
  on(names, listener, context) {
    for (const name of names.split(/\s+/)) this.#listeners.push({ name, listener, context });
  }

  /** @param {string | null} [names] @param {((...heard: any[]) => void) | null} [listener] @param {any} [context] */
  off(names, listener, context) {
    const which = names?.split(/\s+/);
    this.#listeners = this.#listeners.filter((one) => (which && !which.includes(one.name)) || (listener && one.listener !== listener) || (context && one.context !== context));
  }

  /** Send what was set: one update at a time, later ones joined. */
  save_changes() {
    if (this.#under || !this.#changed.size) return;
    const names = [...this.#changed], state = /** @type {any} */ ({}), buffers = /** @type {any[]} */ ([]), paths = /** @type {string[][]} */ ([]);
    for (const name of names) {
      if (holdsBytes(this.state[name])) {
        buffers.push(this.state[name]);
        paths.push([name]);
      } else state[name] = this.state[name];
    }
    this.#changed.clear();
    const done = () => {
      this.#under = null;
      this.save_changes();
    };
    const id = this.line.send("comm_msg", { comm_id: this.id, data: { method: "update", state, buffer_paths: paths } }, { buffers, done });
    this.#under = { id, names };
  }

  /** @param {any} content @param {any} [_callbacks] @param {(ArrayBuffer | ArrayBufferView)[]} [buffers] */
  send(content, _callbacks, buffers) {
    if (content?.kind === HELLO && this.line.isGreeted(this.id)) return;
    this.line.send("comm_msg", { comm_id: this.id, data: { method: "custom", content } }, { buffers });
  }

  /** Take a state from the kernel; what is newer here stays. @param {any} state @param {boolean} [answer] whether it answers our own update */
  receive(state, answer = false) {
    const mine = (/** @type {string} */ name) => this.#changed.has(name) || (!answer && this.#under?.names.includes(name));
    this.#take(Object.fromEntries(Object.entries(state).filter(([name]) => !mine(name))));
  }

  /** @param {Record<string, any>} values */
  #take(values) {
    const names = Object.keys(values).filter((name) => !same(this.state[name], values[name]));
    for (const name of names) this.state[name] = values[name];
    for (const name of names) this.#tell(`change:${name}`, this, this.state[name], {});
    if (names.length) this.#tell("change", this, {});
    return names;
  }

  /** @param {string} name @param {any[]} heard */
  #tell(name, ...heard) {
    for (const one of this.#listeners.filter((other) => other.name === name)) {
      try {
        one.listener(...heard);
      } catch (error) {
        console.error(error); // one widget's fault must not keep the others from hearing
      }
    }
  }

  /** @param {Message} message */
  #hear({ content: { data }, parent_header, buffers }) {
    const answer = parent_header?.msg_id === this.#under?.id;
    if (data.method === "update") this.receive(whole(data.state, data.buffer_paths, buffers), answer);
    else if (data.method === "echo_update") {
      if (parent_header?.session !== this.line.session) this.receive(whole(data.state, data.buffer_paths, buffers));
    } else if (data.method === "custom") this.#tell("msg:custom", data.content, buffers);
  }
}

/** All widgets of the page, by id. */
export class Models {
  /** @type {Map<string, Model>} */
  #models = new Map();
  /** @type {Map<string, ((model: Model) => void)[]>} */
  #awaited = new Map();
  /** @param {Model} _model a widget that is new here */
  onnew = (_model) => {};

  /** @param {import("./kernel-line.js").KernelLine} line */
  constructor(line) {
    this.line = line;
    line.onopened = ({ content, buffers }) => content.target_name === "jupyter.widget" && this.#adopt(content.comm_id, whole(content.data.state, content.data.buffer_paths, buffers));
  }

  /** Take states that came with the page: as they were when it was run. @param {Record<string, any>} states */
  seed(states) {
    for (const [model, state] of Object.entries(states)) this.#adopt(model, state);
  }

  /** Ask the kernel for the state of every widget that it holds, until it has told. @returns {Promise<void>} */
  request() {
    return new Promise((resolve) => {
      const ask = () => {
        const id = fresh();
        this.line.comms.set(id, ({ content: { data }, buffers }) => {
          if (data.method !== "update_states") return;
          this.line.comms.delete(id);
          whole(data.states, data.buffer_paths, buffers);
          for (const [model, { state }] of Object.entries(/** @type {any} */ (data.states))) this.#adopt(model, state);
          resolve();
        });
        // The kernel has worked it off, and its answer may have gone down with a socket.
        const again = () => this.line.comms.delete(id) && setTimeout(ask, ASK_AGAIN);
        this.line.send("comm_open", { comm_id: id, target_name: CONTROL, data: {} }, { metadata: { version: "1.0.0" } });
        this.line.send("comm_msg", { comm_id: id, data: { method: "request_states" } }, { done: again });
      };
      ask();
    });
  }

  /** @param {string} id @param {any} state */
  #adopt(id, state) {
    const known = this.#models.get(id);
    if (known) return known.receive(state);
    const model = new Model(id, state, this.line);
    this.#models.set(id, model);
    this.onnew(model);
    for (const take of this.#awaited.get(id) ?? []) take(model);
    this.#awaited.delete(id);
  }

  /**
   * The model of a widget, once the kernel has told of it.
   * @param {string} name an id, or a reference: `IPY_MODEL_<id>`, `anywidget:<id>`
   * @returns {Promise<Model>}
   */
  async find(name) {
    const id = String(name).replace(/^(IPY_MODEL_|anywidget:)/, "");
    return this.#models.get(id) ?? new Promise((resolve) => this.#awaited.set(id, [...(this.#awaited.get(id) ?? []), resolve]));
  }
}
