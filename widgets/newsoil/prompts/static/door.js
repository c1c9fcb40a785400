// @ts-check
/** A notebook's door in JupyterLab: its card, help at one click, and a cover for the whole screen at one click, or with Shift three times. */
import { button, h } from "./dom.js";
import { drawDoor } from "./door-card.js";
import { drawHelp } from "./help.js";
import { thrice } from "./thrice.js";

const DOOR_AGAIN = 2000;

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words, help } = model.get("content");
    let heard = false, state = "";
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
    tools.append(panel.button, button(words.cover, cover), h("span", { class: "ns-meta" }, words["cover-what"]), seal);
    card.addEventListener("newsoil:state", (/** @type {any} */ event) => {
      state = event.detail;
      seal.hidden = state !== "plain";
    });
    // Every notebook has a door of its own, and any of them may be closed: all listen to the keys, the first one covers, and all lock.
    thrice(cover, signal);
    document.addEventListener("newsoil:cover", () => state === "open" && send({ kind: "lock" }), { signal });

    /** @param {any} message */
    function hear(message) {
      heard = true;
      told(message);
    }
    const hello = () => heard || signal.aborted || (send({ kind: "door" }), setTimeout(hello, DOOR_AGAIN));
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
    hello();
  },
};
