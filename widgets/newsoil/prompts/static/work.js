// @ts-check
/** Work that takes a while, as it is seen: nothing while it is short, then which step it is at and how far, and a sentence when it was not done. */
import { h, say } from "./dom.js";

const SOON = 300;

/** @typedef {(done: number, of: number, step?: string) => void} Told hears how far something is */

/**
 * Where work is seen. While it is, no button around it does anything: they keep their place and the focus, and say that they rest.
 * @param {Record<string, string>} words
 * @param {string} [meanwhile] what can be done until it is through
 */
export function drawWork(words, meanwhile) {
  const bar = h("progress", { "aria-label": words.working }), far = h("p", { class: "ns-meta", "aria-hidden": "true" }), status = h("p", { class: "ns-vh", role: "status" }), problem = h("p", { class: "ns-problem", role: "alert" });
  const more = meanwhile ? h("p", { class: "ns-meta" }, meanwhile) : null;
  const seen = h("div", { class: "ns-going", hidden: true }, bar, far, more), node = h("div", { class: "ns-work" }, seen, status, problem);
  /** @type {any} what is known of the page */
  const soil = /** @type {any} */ (globalThis).newsoil ??= {};
  let busy = false, name = "";

  /** @type {Element | null} what it stands in, while the buttons in there rest */
  let around = null;

  /** A button that rests does nothing, however it is pressed. @param {Event} event */
  function still(event) {
    if (!(event.target instanceof Element) || !event.target.closest("button")) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function rest() {
    around = node.closest("section, dialog");
    around?.addEventListener("click", still, { capture: true });
    for (const one of around?.querySelectorAll("button") ?? []) one.setAttribute("aria-disabled", "true");
  }
  function rise() {
    around?.removeEventListener("click", still, { capture: true });
    for (const one of around?.querySelectorAll("button") ?? []) one.removeAttribute("aria-disabled");
    around = null;
  }
  /** @param {string} step */
  const named = (step) => words[`step-${step}`] ?? words.working;
  /** @type {Told} */
  function told(done, of, step = "") {
    if (!of && !step) return;
    if (step !== name) status.textContent &&= named(step); // each step is said once; how far it is can be seen
    name = step;
    if (of > 1) {
      bar.max = of;
      bar.value = done;
    } else bar.removeAttribute("value");
    const text = of > 1 ? say(step ? words["working-step"] : words["working-of"], { step: named(step), done, of }) : step ? named(step) : "";
    if (text) far.textContent = text;
  }
  return {
    node,
    /** @param {string} sentence */
    complain: (sentence) => (problem.textContent = sentence),
    /**
     * @param {(told: Told) => Promise<any>} work
     * @param {boolean} [changes] whether it changes the notes: then a kernel does not end with its page before it is through
     * @returns {Promise<any>} what came of it; nothing when it was not done
     */
    async run(work, changes = false) {
      if (busy) return null;
      busy = true;
      [name, problem.textContent, far.textContent] = ["", "", words.working];
      bar.removeAttribute("value");
      if (changes) soil.works = (soil.works ?? 0) + 1;
      const late = setTimeout(() => {
        seen.hidden = false;
        status.textContent = named(name);
        rest();
      }, SOON);
      const reply = await work(told);
      clearTimeout(late);
      if (changes) soil.works--;
      busy = false;
      seen.hidden = true;
      status.textContent = "";
      rise();
      problem.textContent = reply.sentence ?? (reply.kind === "locked" ? words.locked : "");
      return problem.textContent ? null : reply;
    },
    /** Whether it goes on. */
    isBusy: () => busy,
  };
}
