// @ts-check
/** Deleted notes, and erasing for good. */
import { dayInWords, now } from "./clock.js";
import { button, freshId, h, say } from "./dom.js";
import { outbox } from "./outbox.js";
import { chosenOf, drawGroup, drawOption, drawSelect, drawSheet, drawSure } from "./keeping-parts.js";
import { inNotes } from "./looked.js";
import { drawWork } from "./work.js";

const WHAT = "ns-erase-what";

/**
 * Erase for good. What was typed is sent before. Should some of it come later all the same, its number says that it was made before.
 * @param {import("./keeping-parts.js").Place} place @param {import("./work.js").Told} told @param {string} what @param {string} of
 */
function erase({ ask }, told, what, of = "") {
  outbox.flush();
  return ask({ kind: "erase", ask: freshId(), at: now(), what, of, sure: "yes", page: outbox.page, seq: outbox.seq }, { told });
}

/** What was erased, in words. @param {Record<string, string>} words @param {any} erased */
const drawErased = (words, erased) => [h("p", { class: "ns-result", tabindex: -1 }, `${say(words["erase-done"], { n: inNotes(erased.notes, words) })} ${words["erase-done-more"]}`), ...erased.left.map((/** @type {string} */ sentence) => h("p", { class: "ns-notice" }, sentence))];

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawTrash(place) {
  const { words, language, ask, refresh } = place, work = drawWork(words), list = h("div", {}), result = h("div", {});
  /** @param {(told: import("./work.js").Told) => Promise<any>} act @param {(reply: any) => any[]} tell */
  async function settle(act, tell) {
    result.replaceChildren();
    const reply = await work.run(act, true);
    if (!reply) return;
    await refresh();
    result.replaceChildren(...tell(reply));
    result.querySelector("p")?.focus();
  }
  /** @param {any} note */
  function drawThrown(note) {
    const name = say(words["trash-of"], { title: note.title, day: dayInWords(note.day, language) }), about = h("span", { class: "ns-vh" }, `: ${name}`), said = h("p", { class: "ns-own-words", dir: "auto", hidden: true });
    const peek = button([words["trash-show"], about.cloneNode(true)], async () => {
      if (said.hidden) said.textContent = (await ask({ kind: "peek", ask: freshId(), entry: note.entry })).words || words["trash-wordless"];
      said.hidden = !said.hidden;
      peek.firstChild?.replaceWith(said.hidden ? words["trash-show"] : words["trash-hide"]);
      peek.setAttribute("aria-expanded", String(!said.hidden));
    }, "ns-text-btn", { "aria-expanded": "false" });
    const back = button([words["trash-back"], about.cloneNode(true)], () => settle(() => ask({ kind: "bring-back", ask: freshId(), at: now(), entry: note.entry }), () => [h("p", { class: "ns-result", tabindex: -1 }, words["trash-back-done"])]), "ns-text-btn");
    const gone = button([words["trash-erase"], about], () => drawSure(words, words["trash-erase-sure"], acts, () => settle((told) => erase(place, told, "note", note.entry), (reply) => drawErased(words, reply))), "ns-text-btn");
    const acts = h("div", { class: "ns-thrown-acts" }, peek, back, gone);
    return h("li", { class: "ns-thrown", "data-entry": note.entry }, h("p", {}, name), h("p", { class: "ns-meta" }, say(words["trash-deleted"], { day: dayInWords(note.deleted, language) })), said, acts);
  }
  return {
    node: drawSheet("trash", words.trash, words["trash-says"], list, work.node, result),
    show({ trash, thrown }) {
      const question = say(words["trash-erase-all-sure"], { n: inNotes(thrown, words) });
      const all = h("div", { class: "ns-acts" }, button(words["trash-erase-all"], () => drawSure(words, question, all, () => settle((told) => erase(place, told, "trash"), (reply) => drawErased(words, reply)))));
      list.replaceChildren(...(thrown ? [h("ul", {}, ...trash.map(drawThrown)), thrown > trash.length && h("p", { class: "ns-meta" }, say(words["trash-more"], { n: thrown - trash.length })), all].filter(Boolean) : [h("p", {}, words["trash-none"])]));
    },
  };
}

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawErase(place) {
  const { words, refresh } = place, work = drawWork(words), result = h("div", {}), which = h("div", { hidden: true });
  /** @type {HTMLSelectElement | null} */
  let exercise = null;
  const whats = ["exercise", "everything"].map((what) => drawOption({ type: "radio", name: WHAT, value: what, on: { change: () => (which.hidden = what !== "exercise") } }, words[`erase-${what}`], words[`erase-${what}-more`]));
  const sure = drawOption({ type: "checkbox" }, words["erase-sure"]), rest = h("div", { class: "ns-flow", hidden: true });
  const act = button(words["erase-now"], async () => {
    result.replaceChildren();
    const what = chosenOf(node, WHAT);
    if (!sure.control.checked) return (work.complain(words["erase-first"]), sure.control.focus());
    const erased = await work.run((told) => erase(place, told, what, what === "exercise" ? exercise?.value : ""), true);
    if (!erased) return;
    await refresh();
    choose.open = false;
    result.replaceChildren(...drawErased(words, erased));
    result.querySelector("p")?.focus();
  }, "ns-btn ns-btn-for-good");
  rest.append(which, h("p", {}, words["erase-removes"]), h("p", {}, words["erase-leaves"]), h("div", { class: "ns-rows" }, sure), h("div", { class: "ns-acts" }, act));
  const choose = h("details", {}, h("summary", {}, words["erase-open"]), h("div", { class: "ns-flow" }, drawGroup(words["erase-what"], "", h("div", { class: "ns-rows" }, ...whats)), rest, work.node));
  const node = drawSheet("erase", words.erase, words["erase-says"], choose, result);
  node.addEventListener("change", () => {
    rest.hidden = !chosenOf(node, WHAT);
    work.complain("");
  });
  return {
    node,
    show({ exercises }) {
      const select = drawSelect("erase-which", words["erase-which"], exercises.map((/** @type {any} */ one) => [one.id, `${one.title} (${inNotes(one.notes, words)})`]));
      exercise = select.select;
      which.replaceChildren(select.node);
      for (const option of whats) option.control.checked = false;
      sure.control.checked = false;
      rest.hidden = true;
    },
  };
}
