// @ts-check
/**
 * The workbook's own line to the kernel: it opens the stage that the address names, keeps the page's list of stages true, and
 * listens whether the kernel is still there. The page around it (the app's shell) does the drawing.
 */
import { freshId } from "./dom.js";
import { drawDoor } from "./door-card.js";
import { forgetGate, rememberGate } from "./gate-said.js";
import { named, pageGreeting } from "./greeting.js";
import { outbox } from "./outbox.js";

const BEAT = 1000, WORKBOOK_AGAIN = 2000, PIECE = 1048576, ANSWERED_WITHIN = 30000;

export default () => {
  let heard = Date.now(), beat = 0, greeted = false;
  /** @type {any} */
  const soil = /** @type {any} */ (globalThis).newsoil;

  return {
    /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
    render({ model, el, signal }) {
      el.hidden = true; // until the door has something to show
      /** @param {any} message */
      const send = (message, buffers = /** @type {ArrayBuffer[]} */ ([])) => {
        try {
          model.send(message, undefined, buffers);
        } catch {
          /* the line is gone for the moment; the beat notices */
        }
      };
      /**
       * Where the person is, or wants to be: `asked` counts what was asked of the kernel, and it answers with the number. Only the newest is followed, and
       * once: what it says of an earlier click is past, and it may say everything twice.
       */
      let stage = "", asked = 0, arrived = 0;
      /** @param {string} name @param {any} [detail] @returns {boolean} false where somebody has done already what this is about to ask for */
      const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`newsoil:${name}`, { detail, cancelable: true }));

      function open() {
        const wanted = named();
        if (!greeted || !wanted || (wanted === stage && arrived === asked)) return;
        outbox.flush(); // what was typed on the stage that somebody leaves
        stage = wanted;
        send({ kind: "open", stage, nth: ++asked });
        if (tell("opening", { stage })) return;
        arrived = asked; // the page has shown it already
        tell("opened", { stage });
      }
      /** Questions that wait for their answer. @type {Map<string, (reply: any) => void>} */
      const questions = new Map();
      /** @param {any} message @param {DataView[]} [buffers] */
      function hear(message, buffers) {
        heard = Date.now();
        tell("heard");
        if (message.kind === "statuses") {
          rememberGate(message.gate, model.get("content").gate); // before a stage is shown: its prose follows the gate, and need not have one
          if (!greeted && message.opened) greet(message);
          tell("statuses", message.statuses);
        } else if (message.kind === "door") door(message);
        else if (message.kind === "others") tell("others");
        else if (message.kind === "anew") tell("anew");
        else if (message.kind === "ahead") tell("ahead", { page: message.page });
        else if (message.ask) (questions.get(message.ask) ?? door)(buffers?.length ? { ...message, content: buffers[0] } : message);
        else if (message.kind === "opened" || message.kind === "unopened") arrive(message);
        else outbox.receive(message);
      }
      /** What became of a stage that was to be opened. @param {any} message */
      function arrive(message) {
        if (message.nth !== undefined && (message.nth !== asked || message.nth === arrived)) return;
        arrived = asked;
        if (message.kind === "unopened") stage = ""; // whoever goes back to where they were asks for it
        else if (!named()) history.replaceState(null, "", `#/${message.stage}`);
        if (message.kind === "opened") stage = message.stage;
        tell(message.kind, message);
      }
      /** The first word from the kernel: it has opened the stage that the address names, else the one where the person was. @param {any} message */
      function greet({ opened, way, line }) {
        greeted = true;
        soil.line = line; // where edits can be sent to that are not sent by this page's own line
        send({ kind: "door" });
        tell("greeted", { way });
        tell("opening", { stage: opened.stage });
        arrive(opened);
        open(); // the address may have changed meanwhile
      }
      const door = drawDoor(el, model.get("content").door, send, signal);
      document.addEventListener("newsoil:door", () => (forgetGate(), send(pageGreeting())), { signal }); // the stages' statuses are others now
      const hello = () => greeted || signal.aborted || (send(pageGreeting()), setTimeout(hello, WORKBOOK_AGAIN));

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
      /**
       * Ask the kernel something, with a file if there is one: it goes in pieces that every server lets through. Nothing where nobody answers.
       * @param {any} message @param {ArrayBuffer} [file] @param {import("./work.js").Told} [told] @returns {Promise<any>}
       */
      soil.ask = (message, file, told) => new Promise((resolve) => {
        const ask = freshId(), parts = Math.max(1, Math.ceil((file?.byteLength ?? 0) / PIECE)), wait = () => setTimeout(() => answer(null), ANSWERED_WITHIN);
        let late = wait();
        /** @param {any} reply */
        function answer(reply) {
          clearTimeout(late);
          if (reply?.kind === "progress") {
            late = wait();
            return told?.(reply.done, reply.of, reply.step);
          }
          questions.delete(ask);
          resolve(reply);
        }
        questions.set(ask, answer);
        if (!file) send({ ...message, ask });
        else for (let part = 0; part < parts; part++) send({ ...message, ask, part, parts }, [file.slice(part * PIECE, (part + 1) * PIECE)]);
      });
      /** A kernel that takes the place of another is given its notes first. */
      async function begin() {
        while (soil.give && !signal.aborted && !await soil.give());
        hello();
      }
      begin();
    },
  };
};
