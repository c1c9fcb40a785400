// @ts-check
/**
 * A notebook's door in JupyterLab: its card, help at one click, the tools for right now at two, and a cover for the whole screen at one click,
 * or with Shift three times.
 */
import { button, h } from "./dom.js";
import { drawDoor } from "./door-card.js";
import { drawHelp } from "./help.js";
import { outbox } from "./outbox.js";
import { rightNow } from "./right-now.js";
import { thrice } from "./thrice.js";

const DOOR_AGAIN = 2000, ASK_EVERY = 1500, ANSWERS_WITHIN = 4000;

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words, help, now } = model.get("content");
    let heard = false, state = "", asked = 0, silent = 0;
    /** @param {any} message */
    const send = (message) => model.send(message);
    const card = h("div", { "data-always": true }), tools = h("div", { class: "ns-door-line" });
    const panel = drawHelp(help, (country) => send({ kind: "country", country }));
    el.replaceChildren(tools, panel.node, card);
    const told = drawDoor(card, words, send, signal);

    function cover() {
      if (document.querySelector(".ns-cover")) return;
      const before = document.title, screen = h("dialog", { class: "ns-cover", "aria-label": words.covered }, button(words.uncover, () => screen.close()));
      document.dispatchEvent(new Event("newsoil:flush"));
      document.dispatchEvent(new Event("newsoil:cover"));
      document.body.append(screen);
      document.title = words.covered;
      screen.addEventListener("close", () => {
        screen.remove();
        document.title = before;
      });
      screen.showModal();
    }
    const seal = button(words["set-passphrase"], () => document.dispatchEvent(new Event("newsoil:seal")), "ns-text-btn");
    /** What the tools for right now have to know of this notebook: a kernel that has ended says nothing any more. */
    const open = rightNow(now, {
      writes: () => ["plain", "open"].includes(state) && (!silent || Date.now() - silent < ANSWERS_WITHIN),
      ask() {
        if (Date.now() - asked < ASK_EVERY) return;
        asked = Date.now();
        silent ||= asked;
        try {
          send({ kind: "door" });
        } catch {
          /* the line to the kernel is closed: nobody will answer */
        }
      },
      outbox: () => outbox,
      send,
      ways: (close) => [button(help.title, () => (close(), panel.node.hidden && panel.button.click()), "ns-text-btn"), button(words.cover, cover, "ns-text-btn")],
    });
    document.addEventListener("click", ({ target }) => {
      const named = target instanceof Element && target.closest("[data-right-now]"); // what the result of an exercise offers, in this notebook
      if (named instanceof HTMLElement && card.closest(".jp-Notebook")?.contains(named)) open(named);
    }, { signal });
    const opener = button(now.words.title, () => open(opener), "ns-btn", { "aria-haspopup": "dialog", hidden: !now.tools.length });
    tools.append(panel.button, opener, button(words.cover, cover), h("span", { class: "ns-meta" }, words["cover-what"]), seal);
    card.addEventListener("newsoil:state", (/** @type {any} */ event) => {
      state = event.detail;
      seal.hidden = state !== "plain";
    });
    // Every notebook has a door of its own, and any of them may be closed: all listen to the keys, the first one covers, and all lock.
    thrice(cover, signal);
    document.addEventListener("newsoil:cover", () => ["open", "locked"].includes(state) && send({ kind: "lock" }), { signal }); // they may be about to open

    /** @param {any} message */
    function hear(message) {
      heard = true;
      silent = 0;
      if (!outbox.receive(message)) told(message);
    }
    const hello = () => heard || signal.aborted || (send({ kind: "door" }), setTimeout(hello, DOOR_AGAIN));
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
    hello();
  },
};
