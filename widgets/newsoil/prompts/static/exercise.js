// @ts-check
/**
 * One exercise: what the person wrote comes by message on hello, what they write now leaves by the outbox. What is on the screen is
 * never overwritten by what comes from the kernel.
 */
import { holdNothing, makeActs } from "./acts.js";
import { dayOf } from "./clock.js";
import { drawDecided, resultOf } from "./decided.js";
import { button, h, isAway, isFirst, toolButton } from "./dom.js";
import { drawEntries } from "./entries.js";
import { begun, blank, choose, isNote, isPutOff } from "./entry.js";
import { folding } from "./folding.js";
import { drawForm } from "./form.js";
import { drawGate } from "./gate.js";
import { forgetGate, heedDanger, isAfraid, rememberGate } from "./gate-said.js";
import { exerciseGreeting } from "./greeting.js";
import { guidance, inPractice, paragraphs } from "./guidance.js";
import { drawInTurn } from "./in-turn.js";
import { outbox } from "./outbox.js";
import { drawRest } from "./rest.js";
import { savedTeller, unsavedWords } from "./saving.js";
import { softEnd } from "./soft-end.js";
import { drawTimer } from "./timer.js";
import { drawUnsaved } from "./unsaved.js";
import { drawVersions } from "./versions.js";

const HELLO_AGAIN = 2000;
/** Milliseconds in which a stage is shown to whoever comes back, before its exercises ask what is new. */
const BACK_FIRST = 100;

export default () => {
  const it = holdNothing();
  /** The notes were locked, or are open again: what was read before is forgotten. */
  function forget() {
    forgetGate();
    Object.assign(it, holdNothing());
  }

  return {
    /** What the kernel says of an edit is heard on every stage: the person may have left this one. @param {{model: any}} place */
    initialize({ model }) {
      model.on("msg:custom", (/** @type {any} */ message) => outbox.receive(message));
      document.addEventListener("newsoil:door", forget);
    },
    /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
    render({ model, el, signal }) {
      const { exercise, words, decision, gate, minutes, timer, first: opens } = model.get("content"), language = document.documentElement.lang || "en";
      /** @param {any} text */
      const text = (text) => typeof text === "string" ? text : (afraid() && text?.afraid) || text?.[it.shown?.situation] || text?.otherwise || "";
      const result = h("div", { class: "ns-came-to" });
      /** Whether nothing here points to the partner: after a yes at the gate, and while the answers themselves speak of danger. */
      const afraid = () => isAfraid() || isDanger(it.current.id);
      /** What stands before a prompt: the gate before the step of sharing, and a timer for it; what the answers come to before one's own view of it. */
      const before = () => [...(gate ? [{ at: exercise.gate, node: (gateCard = drawGate(gate, section, text, send)) }] : []), ...(timer ? [{ at: exercise.gate, node: clockwork }] : []), ...(decision ? [{ at: decision.own, node: result }] : [])];
      const setting = () => ({ exercise, words, text, links: it.shown.links, language, own: it.shown.own, decision, afraid, place: /** @type {ParentNode} */ (section.getRootNode()) });
      /** @param {any} message */
      const send = (message) => model.send(message);
      const heading = h("h2", { id: `ns-${exercise.id}` }), about = h("p", { class: "ns-meta" });
      const body = h("div", { class: "ns-exercise-body" }), list = h("div", {}), notices = h("div", {}), soft = softEnd(minutes, words), clockwork = timer && drawTimer(timer, words);
      const section = h("section", { id: `ns-at-${exercise.id}`, class: "ns-sheet ns-exercise", "data-exercise": exercise.id, "data-first": opens, "data-waiting": true, "aria-labelledby": heading.id }, h("header", {}, heading, about), notices, body, soft.node, list);
      const { open, fold } = folding(section, heading, exercise.title, signal), alert = drawUnsaved(words, () => Boolean(it.shown?.way), () => unsavedWords(it, setting()));
      /** @type {any} */
      let form = null;
      let locked = false, drawnAfraid = false, drawnOn = "", stale = false, gateCard = h("div", {});
      const acts = makeActs(it, exercise, send, { draw, drawList, open, body, list }), tellSaved = savedTeller();
      [it.fresh, it.lastPrompt] = [false, ""];

      // ---- what is seen ----------------------------------------------------------------------------------------
      function drawWriting() {
        if (it.shown.new && !it.anyway && !it.current.made_at) return drawWaiting();
        form = drawForm(it.current, { ...setting(), before: before() }, `ns-${exercise.id}`, acts);
        drawResult();
        body.replaceChildren(...paragraphs(exercise.lead, "ns-lead", setting()), form.node, ...guidance(setting()).said);
        form.foot.before(alert.node);
      }
      /** A hard exercise, for somebody who was hurt a short while ago: it waits, and opens when they say so. */
      function drawWaiting() {
        form = null;
        const steady = toolButton(words["hard-first"], "grounding", "ns-btn");
        body.replaceChildren(h("div", { class: "ns-rest" }, h("p", { class: "ns-lead" }, words["hard-now"])), h("div", { class: "ns-acts" }, steady, button(words["hard-open"], () => acts.openAnyway(), "ns-text-btn")));
      }
      function drawResult() {
        const drawn = decision && drawDecided(it.current, it.decided.get(it.current.id), setting());
        result.replaceChildren(...(drawn ? [drawn] : []));
      }
      function drawList() {
        const others = [...it.entries.values()].filter((entry) => (entry.id !== it.current.id || (it.resting === "done" && exercise.kind === "log") || entry.deleted_at) && isNote(entry) && entry.made_at && (entry.deleted_at || begun(entry)));
        others.sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
        const read = [...list.querySelectorAll("[data-entry]:has(details[open])")].map((one) => one.dataset.entry);
        list.replaceChildren(drawEntries(others, it.shown.more, setting(), acts, it.listed), drawVersions([...it.entries.values()], setting()) ?? "");
        for (const id of read) list.querySelector(`[data-entry="${CSS.escape(id)}"] details`)?.setAttribute("open", "");
      }
      /** Files that could not be read are named once on a page. */
      function drawNotices() {
        const sentences = isFirst(section) ? it.shown.notices : [];
        notices.replaceChildren(...sentences.map((/** @type {string} */ sentence) => h("p", { class: "ns-notice" }, sentence)));
      }
      function draw() {
        [drawnAfraid, drawnOn, stale] = [afraid(), dayOf(), false];
        drawNotices();
        if (it.resting) {
          form = null;
          body.replaceChildren(...drawRest(it.resting, it.fresh, it.current, setting(), acts.again), result, alert.node);
          drawResult();
        } else drawWriting();
        drawList();
        tell();
      }
      /** Say where the last edit is, and call out when it is not on disk. */
      function tell() {
        if (isAway(section)) return; // it is told when somebody comes back
        const waiting = [...outbox.of(exercise.id), ...(gate ? outbox.of(gate.exercise) : [])], late = outbox.late(waiting);
        const state = it.current.status === "done" ? words["done-for-now"] : begun(it.current) ? words["in-progress"] : "";
        const line = [state, inPractice(it.shown?.practice, words), text(exercise.minutes), exercise.rhythm].filter(Boolean).join(" · ");
        if (about.textContent !== line) about.textContent = line;
        const waits = !late && waiting.some((item) => item.waits) ? it.lastPrompt : null;
        if (waiting.length || late) for (const [id, prompt] of form?.prompts ?? []) prompt.say(id === waits ? "waiting" : "", id === waits ? words.waits : "");
        alert.say(late ? waiting.find((item) => item.sentence)?.sentence ?? "" : null, form?.prompts.get(it.lastPrompt)?.node);
      }
      /** @param {any} event */
      function saved({ detail: { edit, entry, way, decided } }) {
        if (edit.exercise !== exercise.id) return;
        remember(decided);
        if (decided) {
          if (edit.act !== "delete") heedAnswers(edit.entry, false); // whoever deletes an old note has not said it anew
          (afraid() === drawnAfraid ? drawResult : heed)();
        }
        const known = it.entries.get(edit.entry);
        if (known && entry) known.earlier = entry.earlier; // what was there before is the store's to say
        if (!outbox.of(exercise.id).length) tellSaved(edit, way, form?.prompts.get(it.lastPrompt), body, words);
      }
      /** @param {Record<string, any> | undefined} decided */
      function remember(decided) {
        for (const [name, one] of Object.entries(decided ?? {})) it.decided.set(name, one);
      }

      /** Whether the answers of a note speak of danger. @param {string} name */
      const isDanger = (name) => Boolean(resultOf(decision, it.decided.get(name))?.danger);
      /** They count on the whole page then. How the person sees the note is not asked: no view says “I am safe”. @param {string} name @param {boolean} read whether they were there before this page */
      const heedAnswers = (name, read) => heedDanger(name, exercise.title, isDanger(name) ? JSON.stringify(it.decided.get(name).because.map((/** @type {string} */ prompt) => (it.entries.get(name) ?? it.current).answers[prompt])) : "", read);

      // ---- hello ---------------------------------------------------------------------------------------------
      /** @param {any} message */
      function show(message) {
        const first = !it.shown, same = !isWaiting() && JSON.stringify(message) === JSON.stringify(it.shown);
        if (same && !stale) return; // it is on the screen already
        it.shown = message;
        remember(message.decided);
        if (gate && !isAway(section)) rememberGate(message.gate, gate.prompt.id);
        it.most = Math.max(it.most, message.entries.length);
        const waiting = new Set(outbox.of(exercise.id).map((item) => item.edit.entry));
        for (const entry of message.entries) if (!waiting.has(entry.id) && (first || entry.id !== it.current.id)) it.entries.set(entry.id, entry);
        if (first) ({ entry: it.current, resting: it.resting } = choose(exercise, message.entries));
        if (first) fold(Boolean(it.current.made_at));
        if (first && !isAway(section)) heedAnswers(it.current.id, true);
        if (isWaiting()) begin();
        else if (!section.contains(document.activeElement)) draw();
        else {
          stale = true; // the form is drawn when nobody is in it
          drawList();
        }
      }
      const isWaiting = () => section.hasAttribute("data-waiting");
      /** Somebody comes back to this stage, which was kept as it was: what they were writing is on the screen, and what is new comes. */
      function back() {
        if (isAway(section) || !it.shown || locked) return;
        if (gate) rememberGate(it.shown.gate, gate.prompt.id);
        heedAnswers(it.current.id, true);
        if (isWaiting()) return;
        if (clear() || stale || drawnOn !== dayOf()) draw();
        else tell();
        fold(Boolean(it.current.made_at));
        setTimeout(() => signal.aborted || isAway(section) || send({ kind: "more", most: it.most }), BACK_FIRST);
      }
      /** A note that was done makes way for a fresh one, where there can be several; and what was put off for a day is there on the next. */
      function clear() {
        if (!it.resting || (it.resting === "done" ? exercise.kind === "one-off" : [...it.entries.values()].some(isPutOff))) return false;
        if (it.resting === "done") it.current = blank();
        it.resting = "";
        return true;
      }
      /** Draw what is known, when it is this exercise's turn. */
      function begin() {
        drawInTurn(section, () => {
          if (!it.shown || locked) return; // the notes were locked meanwhile
          delete section.dataset.waiting;
          draw();
        }, signal);
      }
      /** @param {any} message */
      const hear = (message) => message.kind === "show" ? show(message) : message.kind === "locked" && shut();
      const hello = () => it.shown || locked || signal.aborted || (send(exerciseGreeting()), setTimeout(hello, HELLO_AGAIN));
      /** What stands here while the notes are locked. */
      function shut() {
        locked = true;
        form = null;
        for (const place of [list, notices]) place.replaceChildren();
        body.replaceChildren(h("p", { class: "ns-lead" }, words.sealed));
      }
      /**
       * Something was said at the gate, here or in another exercise of the page. Its card says so; the form is drawn anew only if what is for two comes or
       * goes, since half a date or a turn of two people would be lost.
       */
      function heed() {
        if (!it.shown || locked || isWaiting()) return;
        const at = /** @type {any} */ (document.activeElement), here = section.contains(at);
        if (afraid() !== drawnAfraid) draw();
        else if (gate && form) gateCard.replaceWith(gateCard = drawGate(gate, section, text, send));
        const again = here && (at.id ? document.getElementById(at.id) : at.name && section.querySelector(`[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]`));
        if (again) again.focus();
        else if (here && at.closest(".ns-gate")) gateCard.querySelector("input")?.focus();
      }
      function knock() {
        shut();
        locked = false;
        hello();
      }

      el.replaceChildren(section);
      heading.textContent = exercise.title;
      about.textContent = [text(exercise.minutes), exercise.rhythm].filter(Boolean).join(" · ");
      model.on("msg:custom", hear);
      body.addEventListener("input", soft.wrote);
      outbox.addEventListener("change", tell, { signal });
      outbox.addEventListener("saved", saved, { signal });
      document.addEventListener("newsoil:door", knock, { signal });
      document.addEventListener("newsoil:noted", (/** @type {any} */ { detail }) => detail === exercise.id && it.shown && send({ kind: "more", most: it.most }), { signal });
      document.addEventListener("newsoil:gate", heed, { signal });
      document.addEventListener("newsoil:back", back, { signal });
      signal.addEventListener("abort", () => (outbox.flush(), model.off("msg:custom", hear)));
      if (it.shown) {
        clear();
        fold(Boolean(it.current.made_at));
        begin(); // the person comes back to this stage: what they were writing stays on the screen
        send({ kind: "more", most: it.most });
      } else hello();
    },
  };
};
