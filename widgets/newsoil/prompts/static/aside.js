// @ts-check
/** A paragraph that reads differently by situation, and after a yes at the gate; which form is shown comes by message on hello. */
import { h, isAway } from "./dom.js";
import { isAfraid, rememberGate } from "./gate-said.js";

const ASIDE_AGAIN = 2000;

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { id, text, gate } = model.get("content"), box = h("div", { class: "ns-aside", "data-aside": id });
    let heard = false, timer = 0;
    /** @type {string | null} */
    let situation = null;
    function draw() {
      const form = typeof text === "string" ? text : (isAfraid() && text.afraid) || (situation && text[situation]) || text.otherwise;
      box.replaceChildren(...form.split(/\n\n+/).map((/** @type {string} */ paragraph) => h("p", {}, paragraph)));
    }
    /** @param {any} message */
    function hear(message) {
      if (message.kind !== "show" && message.kind !== "locked") return;
      heard = true;
      situation = message.situation ?? null;
      if (!isAway(box)) rememberGate(message.gate, gate);
      draw();
    }
    function hello() {
      clearTimeout(timer);
      if (heard || signal.aborted) return;
      model.send({ kind: "hello" });
      timer = window.setTimeout(hello, ASIDE_AGAIN);
    }
    el.replaceChildren(box);
    draw();
    model.on("msg:custom", hear);
    signal.addEventListener("abort", () => model.off("msg:custom", hear));
    document.addEventListener("newsoil:gate", draw, { signal });
    for (const event of ["newsoil:door", "newsoil:back"]) document.addEventListener(event, () => {
      if (isAway(box)) return;
      heard = false;
      hello();
    }, { signal });
    hello();
  },
};
