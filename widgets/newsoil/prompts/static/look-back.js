// @ts-check
/**
 * The look-back page. Nothing of a note is asked for before the person chooses: a kind moment, a hard one, to look for something, or not today.
 * Everything shown comes by message and goes when the notes are locked.
 *
 * @typedef {{words: Record<string, string>, language: string, ask: (message: any) => Promise<any>, open: (id: string, from: HTMLElement) => void}} Back
 */
import { asking } from "./asking.js";
import { now } from "./clock.js";
import { button, freshId, h } from "./dom.js";
import { drawBricks } from "./look-back-bricks.js";
import { drawDays } from "./look-back-days.js";
import { drawFind } from "./look-back-find.js";
import { drawMoment } from "./look-back-moment.js";
import { closeCard, drawNote } from "./look-back-note.js";

export default {
  /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
  render({ model, el, signal }) {
    const { words } = model.get("content"), language = document.documentElement.lang || "en", send = asking(model, signal);
    const state = h("p", { class: "ns-meta", role: "status" }, words.opening), list = h("div", {}), note = h("div", { hidden: true }), box = h("div", { class: "ns-looking", "data-look-back": true, "data-waiting": true }, state, list, note);
    /** Which drawing of the page it is: what comes for a former one, from before the notes were locked, is let go. */
    let nth = 0;
    /** What is drawn anew when something was said at the gate, or is so no more. */
    let heed = () => {};

    /** @type {Back} */
    const back = { words, language, open, ask: async (message) => {
      const mine = nth, reply = await send({ ...message, ask: freshId() });
      if (mine !== nth) return new Promise(() => {});
      if (reply.kind === "locked") begin();
      return reply;
    } };

    /** Show one note in the place of everything else, and come back from it to where it was opened. @param {string} id @param {HTMLElement} from */
    async function open(id, from) {
      const reply = await back.ask({ kind: "note", entry: id });
      const leave = () => {
        note.hidden = !(list.hidden = false);
        note.replaceChildren();
        from.focus();
        from.scrollIntoView({ block: "center" });
      };
      note.replaceChildren(drawNote(back, reply, leave));
      note.hidden = !(list.hidden = true);
      note.querySelector("h2")?.focus();
    }
    /** @param {any} there @returns {HTMLElement} */
    function question(there) {
      const shown = h("div", {}), rest = h("div", { hidden: true }), heading = h("h2", { id: "ns-back-question", tabindex: -1 }, words.question);
      const choices = h("div", { class: "ns-acts" }, ...["kind", "hard"].map((mood) => button(words[mood], () => moment(mood))), button(words["not-today"], notToday));
      const asked = h("section", { class: "ns-back-question", "aria-labelledby": heading.id }, heading, h("p", { class: "ns-hint" }, words["question-more"]), choices, button(words.myself, () => (shown.replaceChildren(), unfold(), rest.querySelector("h2")?.focus()), "ns-text-btn"));

      /** What can be looked at is drawn when it is asked for. */
      function unfold() {
        if (!rest.hidden) return;
        rest.replaceChildren(drawDays(back, there), drawFind(back, there), drawBricks(back, there));
        heed = () => rest.lastElementChild?.replaceWith(drawBricks(back, there));
        rest.hidden = false;
      }
      /** @param {string} mood */
      function moment(mood) {
        unfold();
        drawMoment(back, mood, shown, () => (shown.replaceChildren(), heading.focus()));
      }
      function notToday() {
        const again = button(words["ask-again"], () => (list.replaceChildren(question(there)), list.querySelector("h2")?.focus()));
        list.replaceChildren(h("section", { class: "ns-back-question" }, h("p", { tabindex: -1 }, words.left), again));
        list.querySelector("p")?.focus();
      }
      return h("div", {}, asked, shown, rest);
    }
    /** Ask what is there, and begin with the question. */
    async function begin() {
      nth++;
      closeCard();
      note.hidden = !(list.hidden = false);
      for (const place of [list, note]) place.replaceChildren();
      state.textContent = words.opening;
      const mine = nth, there = await send({ kind: "hello", at: now(), ask: freshId() });
      if (mine !== nth || signal.aborted) return;
      delete box.dataset.waiting;
      state.textContent = there.kind === "locked" ? words.locked : there.kind === "refused" ? there.sentence : there.months.length ? "" : words.empty;
      if (there.kind !== "show") return;
      list.replaceChildren(...there.notices.map((/** @type {string} */ sentence) => h("p", { class: "ns-notice" }, sentence)), ...(there.months.length ? [question(there)] : []));
    }

    el.replaceChildren(box);
    document.addEventListener("newsoil:door", begin, { signal }); // the notes were locked, or opened
    document.addEventListener("newsoil:gate", () => heed(), { signal });
    document.addEventListener("newsoil:statuses", () => state.textContent === words.empty && begin(), { signal }); // the first note was written
    signal.addEventListener("abort", closeCard);
    begin();
  },
};
