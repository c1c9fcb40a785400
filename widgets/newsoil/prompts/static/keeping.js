// @ts-check
/**
 * The page “Your notes”. It knows how much there is, by message on hello; words of notes come only when the person asks for them, and files
 * come and go in pieces. Nothing of it is kept when the page is left.
 */
import { now } from "./clock.js";
import { freshId, h } from "./dom.js";
import { asking } from "./asking.js";
import { drawBring, drawDays } from "./keeping-bring.js";
import { drawCopy, drawSheets } from "./keeping-copy.js";
import { drawErase, drawTrash } from "./keeping-erase.js";
import { drawShare } from "./keeping-share.js";

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words } = model.get("content"), language = document.documentElement.lang || "en", ask = asking(model, signal);
    const opening = h("p", { class: "ns-meta", role: "status" }, words.opening), notices = h("div", {}), body = h("div", { class: "ns-keeping", "data-keeping": true, "data-waiting": true }, opening, notices);
    const place = { words, language, ask, refresh };
    /** @type {import("./keeping-parts.js").Part[]} */
    let parts = [];

    /** Ask what is there, and show it. */
    async function refresh() {
      const there = await ask({ kind: "hello", ask: freshId(), at: now() });
      if (there.kind !== "show") {
        parts = [];
        body.replaceChildren(h("p", { class: "ns-meta", role: "status" }, there.sentence ?? words.locked));
        return;
      }
      if (!parts.length) {
        parts = [drawCopy, drawShare, drawBring, drawTrash, drawErase, drawDays, drawSheets].map((draw) => draw(place));
        body.replaceChildren(notices, ...parts.map((part) => part.node));
      }
      notices.replaceChildren(...(there.exercises.length ? [] : [h("p", { class: "ns-meta" }, words.empty)]), ...there.notices.map((/** @type {string} */ sentence) => h("p", { class: "ns-notice" }, sentence)));
      for (const part of parts) part.show(there);
      delete body.dataset.waiting;
    }
    el.replaceChildren(body);
    document.addEventListener("newsoil:door", refresh, { signal }); // the notes were locked, or opened
    refresh();
  },
};
