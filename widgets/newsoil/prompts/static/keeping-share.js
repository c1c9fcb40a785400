// @ts-check
/** Sharing a part: for whom, which answers, what goes with them; then the copy is looked at as it will be received, and saved. */
import { dayInWords } from "./clock.js";
import { button, freshId, h, say, unkept } from "./dom.js";
import { isAfraid } from "./gate-said.js";
import { drawFile, makeFile } from "./keeping-file.js";
import { drawLock, drawLocked } from "./keeping-lock.js";
import { chosenOf, dayFrom, drawGroup, drawOption, drawSelect, drawSheet } from "./keeping-parts.js";
import { inNotes } from "./looked.js";
import { drawWork } from "./work.js";

const WHO = "ns-share-who", FORM = "ns-share-form", MANY = 10, UNTIL = ["none", "14", "30", "90"];

/** An answer as it would be received, in lines. @param {any} offer @returns {string} */
const answerOf = ({ lines, rows, groups }) => [...lines, ...rows.map((/** @type {string[]} */ cells) => cells.filter(Boolean).join(" · ")), ...groups.map((/** @type {[string, string[]]} */ [name, held]) => `${name}: ${held.join(" · ")}`)].join("\n");

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawShare({ words, language, ask }) {
  const rows = h("div", { class: "ns-rows" }), asked = drawWork(words), work = drawWork(words), body = h("div", { class: "ns-share" }), preview = h("div", {});
  /** @type {Map<string, {entry: string, prompt: string, exercise: string, opened: boolean}>} what is ticked */
  const ticks = new Map();
  /** `choice` counts what was chosen: a copy that was made of an earlier choice is never shown. */
  let wanted = "", recipient = "", shortest = 0, choice = 0;

  // ---- for whom -------------------------------------------------------------------------------------------------
  /** Draw what there is for a recipient; when another is chosen meanwhile, for that one. @param {string} id */
  async function choose(id) {
    const waiting = Boolean(wanted);
    wanted = id;
    choice++;
    ticks.clear();
    body.replaceChildren();
    if (waiting) return;
    /** @type {any} */
    let told = null;
    for (let next = ""; next !== wanted; ) {
      next = wanted;
      told = await asked.run(() => ask({ kind: "offers", ask: freshId(), recipient: next }));
    }
    [recipient, wanted] = [wanted, ""];
    if (told) drawRecipient(told);
  }
  /** @param {any} told */
  function drawRecipient({ recipient: whom, exercises, ticked }) {
    ticks.clear();
    preview.replaceChildren();
    for (const { entry, prompt, exercise } of ticked) ticks.set(`${entry} ${prompt}`, { entry, prompt, exercise, opened: false });
    const offered = exercises.filter((/** @type {any} */ one) => !one.kept).map(drawExercise), kept = exercises.filter((/** @type {any} */ one) => one.kept).map(drawExercise);
    body.replaceChildren(
      h("p", { class: "ns-caution" }, whom.caution),
      ...(offered.length || kept.length ? [h("h3", {}, words["share-choose"])] : [h("p", {}, words["share-nothing"])]),
      ...offered,
      ...(kept.length ? [h("h3", {}, words["share-kept"]), h("p", { class: "ns-hint" }, words["share-kept-hint"]), ...kept] : []),
      ...(offered.length || kept.length ? [drawWith()] : whom.otherwise ? [h("p", { class: "ns-hint" }, whom.otherwise)] : []));
  }

  // ---- which answers --------------------------------------------------------------------------------------------
  /** @param {any} exercise */
  function drawExercise(exercise) {
    const count = h("span", { class: "ns-meta" }), notes = h("div", {}), loading = drawWork(words), summary = h("summary", {}, h("span", {}, exercise.title, count));
    let most = 0;
    const tell = () => {
      const ticked = [...ticks.values()].filter((one) => one.exercise === exercise.id).length;
      count.textContent = `${[inNotes(exercise.notes, words), ticked && say(words["share-ticked"], { n: ticked })].filter(Boolean).join(" · ")}`;
    };
    async function load() {
      const of = recipient, reply = await loading.run(() => ask({ kind: "offers", ask: freshId(), recipient: of, exercise: exercise.id, most: most + MANY }));
      if (!reply) return;
      const before = most;
      most += MANY;
      notes.append(...reply.notes.slice(before).map((/** @type {any} */ note) => drawNote(note, exercise, tell)));
      older.hidden = !reply.more;
      older.textContent = say(words["share-older"], { more: reply.more });
    }
    const older = button("", load, "ns-text-btn", { hidden: true }), node = h("details", { class: "ns-offered", "data-offered": exercise.id }, summary, exercise.kept && h("p", { class: "ns-hint" }, exercise.kept), notes, loading.node, older);
    node.addEventListener("toggle", () => node.open && !most && load());
    tell();
    return node;
  }
  /** @param {any} note @param {any} exercise @param {() => void} tell */
  function drawNote(note, exercise, tell) {
    /** @param {any} offer */
    const box = (offer) => {
      const name = `${note.entry} ${offer.prompt}`, tick = { entry: note.entry, prompt: offer.prompt, exercise: exercise.id, opened: Boolean(offer.kept) };
      const change = (/** @type {Event} */ { target }) => {
        if (/** @type {HTMLInputElement} */ (target).checked) ticks.set(name, tick);
        else ticks.delete(name);
        tell();
        stale();
      };
      return drawOption({ type: "checkbox", checked: ticks.has(name), on: { change } }, [h("span", { class: "ns-asked" }, offer.label), h("span", { class: "ns-answer", dir: "auto" }, answerOf(offer))]);
    };
    if (!note.offers.length && !note.without) return "";
    const offered = note.offers.filter((/** @type {any} */ one) => !one.kept), kept = note.offers.filter((/** @type {any} */ one) => one.kept);
    const reasons = kept.flatMap((/** @type {any} */ one) => [one.kept !== exercise.kept && h("p", { class: "ns-hint" }, one.kept), box(one)]);
    return h("fieldset", { class: "ns-noted" }, h("legend", {}, dayInWords(note.day, language)),
      h("div", { class: "ns-rows" }, ...offered.map(box), ...(exercise.kept ? reasons : [])),
      note.without ? h("p", { class: "ns-hint" }, say(words["share-without"], { n: note.without })) : null,
      kept.length && !exercise.kept ? h("details", {}, h("summary", {}, words["share-kept"]), h("p", { class: "ns-hint" }, words["share-kept-hint"]), h("div", { class: "ns-rows" }, ...reasons)) : null);
  }

  // ---- what goes with them, and the look at it ------------------------------------------------------------------
  function drawWith() {
    const note = h("textarea", { id: "ns-share-note", rows: 3, maxlength: 20000, autocomplete: "off" }), days = drawOption({ type: "checkbox" }, words["share-days"]);
    const until = drawSelect("share-until", words["share-until"], UNTIL.map((name) => [name, words[`share-until-${name}`]]));
    const forms = drawGroup(words["share-form"], "", h("div", { class: "ns-rows" }, ...["print", "markdown"].map((form) => drawOption({ type: "radio", name: FORM, value: form, checked: form === "print" }, words[`share-form-${form}`]))));
    const lock = drawLock(words, shortest);
    forms.addEventListener("change", () => lock.fits(chosenOf(forms, FORM) === "print"));
    const look = button(words["share-look"], async () => {
      preview.replaceChildren();
      if (!ticks.size) return work.complain(words["share-none-ticked"]);
      if (!lock.isFit()) return;
      const chosen = choice, all = [...ticks.values()].map(({ entry, prompt, opened }) => ({ entry, prompt, opened })), form = chosenOf(forms, FORM);
      /** @param {{entry: string, prompt: string}[]} some */
      const plain = (some) => some.map(({ entry, prompt }) => ({ entry, prompt }));
      const file = await work.run((told) => makeFile(ask, {
        kind: "share", recipient, form, ticks: plain(all), opened: plain(all.filter((one) => one.opened)), note: note.value.toWellFormed?.() ?? note.value, passphrase: lock.value(),
        until: until.select.value === "none" ? null : dayFrom(Number(until.select.value)), days: days.control.checked,
      }, told));
      const text = await file?.seen.text();
      if (file && chosen === choice) drawPreview(file, text, form);
      else if (file) preview.replaceChildren(drawChanged());
    }, "ns-btn ns-btn-main");
    until.node.insertBefore(h("p", { class: "ns-hint", id: "ns-share-until-hint" }, words["share-until-hint"]), until.node.lastChild);
    until.select.setAttribute("aria-describedby", "ns-share-until-hint");
    const node = h("div", { class: "ns-with ns-flow" }, h("h3", {}, words["share-with"]),
      unkept({ class: "ns-prompt" }, h("label", { class: "ns-q", for: note.id }, words["share-note"]), h("div", { class: "ns-field" }, note)),
      until.node, h("div", { class: "ns-rows ns-looks-of" }, days), forms, lock.node, h("div", { class: "ns-acts" }, look), work.node, preview);
    for (const event of ["input", "change"]) node.addEventListener(event, stale);
    return node;
  }
  /** @param {{blob: Blob, seen: Blob, name: string}} file @param {string} text @param {string} form */
  function drawPreview(file, text, form) {
    const heading = h("h3", { tabindex: -1 }, words["share-preview"]);
    const seen = form === "print" ? h("iframe", { class: "ns-preview", sandbox: "", title: words["share-preview"], srcdoc: text }) : h("pre", { class: "ns-preview", tabindex: 0, role: "region", "aria-label": words["share-preview"] }, text);
    preview.replaceChildren(h("div", { class: "ns-received" }, heading, h("p", { class: "ns-hint" }, words["share-preview-hint"]), file.seen === file.blob ? null : drawLocked(words), seen, drawFile(words, file).node));
    heading.focus();
  }
  const drawChanged = () => h("p", { class: "ns-hint", role: "status" }, words["share-changed"]);
  /** What was looked at is no longer what would be received. */
  function stale() {
    choice++;
    work.complain("");
    if (preview.querySelector(".ns-received")) preview.replaceChildren(drawChanged());
  }

  return {
    node: drawSheet("share", words.share, words["share-says"], drawGroup(words["share-who"], "", rows), asked.node, body),
    show(there) {
      shortest = there.shortest;
      const offered = there.recipients.filter((/** @type {any} */ one) => !(one.together && (there.afraid || isAfraid())));
      rows.replaceChildren(...offered.map((/** @type {any} */ one) => drawOption({ type: "radio", name: WHO, value: one.id, on: { change: () => choose(one.id) } }, one.title, one.says)));
      body.replaceChildren();
      ticks.clear();
    },
  };
}
