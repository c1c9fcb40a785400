// @ts-check
/**
 * The workbook's own line to the kernel: it opens the stage that the address names, keeps the page's list of stages true, and
 * listens whether the kernel is still there. The page around it (the app's shell) does the drawing.
 */
import { outbox } from "./outbox.js";

const BEAT = 1000, WORKBOOK_AGAIN = 2000;

/** The stage that the address names: `#/signs-in-me`. */
const named = () => decodeURIComponent(location.hash.match(/^#\/([\w-]+)/)?.[1] ?? "");

export default () => {
  let heard = Date.now(), beat = 0, stage = "", greeted = false;
  /** @type {any} */
  const soil = /** @type {any} */ (globalThis).newsoil;

  return {
    /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
    render({ model, el, signal }) {
      el.hidden = true;
      /** @param {any} message */
      const send = (message) => {
        try {
          model.send(message);
        } catch {
          /* the line is gone for the moment; the beat notices */
        }
      };
      /** @param {string} name @param {any} [detail] */
      const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`newsoil:${name}`, { detail }));

      function open() {
        const wanted = named();
        if (!greeted || !wanted || wanted === stage) return;
        tell("opening", { stage: wanted });
        send({ kind: "open", stage: wanted });
      }
      /** @param {any} message */
      function hear(message) {
        heard = Date.now();
        tell("heard");
        if (message.kind === "statuses") {
          if (!greeted) greet(message);
          tell("statuses", message.statuses);
        } else if (message.kind === "opened" || message.kind === "unopened") arrive(message);
        else outbox.receive(message);
      }
      /** What became of a stage that was to be opened. @param {any} message */
      function arrive(message) {
        if (message.kind === "opened") {
          if (!named()) history.replaceState(null, "", `#/${message.stage}`);
          stage = message.stage;
        }
        tell(message.kind, message);
      }
      /** The first word from the kernel: it has opened the stage that the address names, else the one where the person was. @param {any} message */
      function greet({ opened }) {
        greeted = true;
        tell("greeted");
        tell("opening", { stage: opened.stage });
        arrive(opened);
        open(); // the address may have changed meanwhile
      }
      const hello = () => greeted || signal.aborted || (send({ kind: "hello", stage: named() }), setTimeout(hello, WORKBOOK_AGAIN));

      model.on("msg:custom", hear);
      addEventListener("hashchange", open, { signal });
      document.addEventListener("newsoil:settings", (event) => send({ kind: "settings", changes: /** @type {CustomEvent} */ (event).detail }), { signal });
      const timer = setInterval(() => {
        send({ kind: "ping", beat: ++beat });
        tell("silent", { for: Date.now() - heard, again: open });
      }, BEAT);
      signal.addEventListener("abort", () => (clearInterval(timer), model.off("msg:custom", hear)));
      /** Another page that has lost its kernel sends its edits by this one. @param {any} message @param {(reply: any) => void} reply */
      soil.carry = (message, reply) => {
        model.on("msg:custom", function once(/** @type {any} */ answer) {
          if (answer.page !== message.page || answer.seq !== message.seq) return;
          model.off("msg:custom", once);
          reply(answer);
        });
        send(message);
      };
      hello();
    },
  };
};
