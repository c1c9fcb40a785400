// @ts-check
/**
 * One exercise: what the person wrote comes by message on hello, what they write now leaves by the outbox. What is on the screen is
 * never overwritten by what comes from the kernel.
 */
import { now, timeOf } from "./clock.js";
import { drawDecided } from "./decided.js";
import { button, h, icon } from "./dom.js";
import { drawEntries } from "./entries.js";
import { answered, begun, blank, choose, setValue, valueOf } from "./entry.js";
import { folding } from "./folding.js";
import { drawForm } from "./form.js";
import { drawGate, forgetGate, isAfraid, rememberGate } from "./gate.js";
import { guidance, paragraphs } from "./guidance.js";
import { outbox } from "./outbox.js";
import { drawRest } from "./rest.js";
import { inWords } from "./review.js";
import { drawUnsaved } from "./unsaved.js";
import { drawVersions } from "./versions.js";

const HELLO_AGAIN = 2000, QUIET = 10000;

export default () => {
  /** @type {Map<string, import("./entry.js").Entry>} entries as this page knows them, the person's newest words included */
  const entries = new Map();
  /** @type {any} */
  let shown = null, most = 0, current = blank(), resting = "", anyway = false;
  /** @type {Map<string, any>} what entries come to, by the table of the exercise */
  const decided = new Map();
  /** The notes were locked, or are open again: what was read before is forgotten. */
  function forget() {
    entries.clear();
    decided.clear();
    forgetGate();
    [shown, most, current, resting] = [null, 0, blank(), ""];
  }

  return {
    /** What the kernel says of an edit is heard on every stage: the person may have left this one. @param {{model: any}} place */
    initialize({ model }) {
      model.on("msg:custom", (/** @type {any} */ message) => outbox.receive(message));
      document.addEventListener("newsoil:door", forget);
    },
    /** @param {{model: any, el: HTMLElement, signal: AbortSignal}} place */
    render({ model, el, signal }) {
      const { exercise, words, titles, decision, gate } = model.get("content"), language = document.documentElement.lang || "en";
      /** @param {any} text */
      const text = (text) => typeof text === "string" ? text : (afraid() && text?.afraid) || text?.[shown?.situation] || text?.otherwise || "";
      const result = h("div", { class: "ns-came-to" });
      /** Whether nothing here points to the partner: after a yes at the gate, and while the answers themselves speak of danger. */
      const afraid = () => isAfraid() || Boolean(decision?.results.find((/** @type {any} */ one) => one.id === decided.get(current.id)?.result)?.danger);
      let drawnAfraid = false;
      /** What stands before a prompt: the gate before the step of sharing, what the answers come to before one's own view of it. */
      const before = () => [...(decision ? [{ at: decision.own, node: result }] : []), ...(gate ? [{ at: exercise.gate, node: drawGate(gate, section.id, text, send) }] : [])];
      const setting = () => ({ exercise, words, text, links: shown.links, language, own: shown.own, decision, afraid });
      /** @param {any} message */
      const send = (message) => model.send(message);
      const heading = h("h2", { id: `ns-${exercise.id}` }), about = h("p", { class: "ns-meta" });
      const body = h("div", { class: "ns-exercise-body" }), list = h("div", {}), notices = h("div", {});
      const section = h("section", { id: `ns-at-${exercise.id}`, class: "ns-sheet ns-exercise", "data-exercise": exercise.id, "data-waiting": true, "aria-labelledby": heading.id }, h("header", {}, heading, about), notices, body, list);
      const { open, fold } = folding(section, heading, exercise.title, signal), alert = drawUnsaved(words, () => Boolean(shown?.way), mine);
      /** @type {any} */
      let form = null;
      let lastPrompt = "", lastAnnounced = 0, fresh = false, locked = false;

      // ---- what is written -------------------------------------------------------------------------------------
      /** @param {import("./entry.js").Entry} entry @param {string} act @param {string} prompt @param {any} value @param {boolean} typing @param {any} [was] */
      function put(entry, act, prompt, value, typing, was) {
        const at = now();
        entry.made_at ||= at;
        entry.changed_at = at;
        entries.set(entry.id, entry);
        outbox.put({ exercise: exercise.id, entry: entry.id, made_at: entry.made_at, at, act, prompt, value, was }, send, typing);
      }
      const acts = {
        /** @param {any} prompt @param {any} value @param {boolean} typing */
        answer(prompt, value, typing) {
          const was = valueOf(current, prompt), kept = answered(value) ? value : null;
          setValue(current, prompt, kept);
          if (current.status === "done") current.status = "draft";
          lastPrompt = prompt.id;
          put(current, "answer", prompt.id, kept, typing, was);
        },
        /** @param {any} prompt @param {boolean} skipped */
        skip(prompt, skipped) {
          current.skipped = skipped ? [...current.skipped, prompt.id] : current.skipped.filter((id) => id !== prompt.id);
          lastPrompt = prompt.id;
          put(current, "skip", prompt.id, skipped, false);
        },
        done() {
          put(current, "status", "", (current.status = "done"), false);
          rest("done");
        },
        notToday() {
          const entry = { ...blank(), status: "not-today" };
          put(entry, "status", "", "not-today", false);
          rest("not-today");
        },
        /** @param {import("./entry.js").Entry} entry */
        change(entry) {
          [current, resting] = [entry, ""];
          draw();
          open(true);
          body.querySelector("textarea, input")?.focus();
        },
        /** @param {import("./entry.js").Entry} entry @param {boolean} gone */
        remove(entry, gone) {
          entry.deleted_at = gone ? now() : null;
          put(entry, "delete", "", gone, false);
          drawList();
          (gone ? list.querySelector(`[data-undo="${entry.id}"]`) : list.querySelector(`[data-entry="${entry.id}"] summary`))?.focus();
        },
        older: () => send({ kind: "more", most: (most += 50) }),
      };

      // ---- what is seen ----------------------------------------------------------------------------------------
      /** @param {string} how */
      function rest(how) {
        [resting, fresh] = [how, true];
        draw();
        body.firstElementChild?.focus();
      }
      /** @param {boolean} anew */
      function again(anew) {
        if (anew) current = blank();
        resting = "";
        draw();
        body.querySelector("textarea, input")?.focus();
      }
      function drawWriting() {
        if (shown.new && !anyway && !current.made_at) return drawWaiting();
        form = drawForm(current, { ...setting(), before: before() }, `ns-${exercise.id}`, acts);
        drawResult();
        body.replaceChildren(...paragraphs(exercise.lead, "ns-lead", setting()), form.node, ...guidance(setting()).said);
        form.foot.before(alert.node);
      }
      /** A hard exercise, for somebody who was hurt a short while ago: it waits, and opens when they say so. */
      function drawWaiting() {
        form = null;
        body.replaceChildren(h("div", { class: "ns-rest" }, h("p", { class: "ns-lead" }, words["hard-now"])), button(words["hard-open"], () => ((anyway = true), again(false))));
      }
      function drawResult() {
        const drawn = decision && drawDecided(current, decided.get(current.id), setting());
        result.replaceChildren(...(drawn ? [drawn] : []));
      }
      function drawList() {
        const others = [...entries.values()].filter((entry) => (entry.id !== current.id || (resting === "done" && exercise.kind === "log") || entry.deleted_at) && entry.status !== "not-today" && entry.made_at && (entry.deleted_at || begun(entry)));
        others.sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
        const read = [...list.querySelectorAll("[data-entry]:has(details[open])")].map((one) => one.dataset.entry);
        list.replaceChildren(drawEntries(others, shown.more, setting(), acts), drawVersions([...entries.values()], setting()) ?? "");
        for (const id of read) list.querySelector(`[data-entry="${CSS.escape(id)}"] details`)?.setAttribute("open", "");
      }
      /** Files that could not be read are named once on a page. */
      function drawNotices() {
        const sentences = document.querySelector("[data-exercise]") === section ? shown.notices : [];
        notices.replaceChildren(...sentences.map((/** @type {string} */ sentence) => h("p", { class: "ns-notice" }, sentence)));
      }
      function draw() {
        drawnAfraid = afraid();
        drawNotices();
        if (resting) {
          form = null;
          body.replaceChildren(...drawRest(resting, fresh, current, setting(), again), result, alert.node);
          drawResult();
        } else drawWriting();
        drawList();
        tell();
      }
      /** Say where the last edit is, and call out when it is not on disk. */
      function tell() {
        const waiting = [...outbox.of(exercise.id), ...(gate ? outbox.of(gate.exercise) : [])], late = outbox.late(waiting);
        const state = current.status === "done" ? words["done-for-now"] : begun(current) ? words["in-progress"] : "";
        const line = [state, text(exercise.minutes), exercise.rhythm].filter(Boolean).join(" · ");
        if (about.textContent !== line) about.textContent = line;
        if (waiting.length || late) for (const prompt of form?.prompts.values() ?? []) prompt.say("", "");
        alert.say(late ? waiting.find((item) => item.sentence)?.sentence ?? "" : null, form?.prompts.get(lastPrompt)?.node);
      }
      /** Everything of the entry on the screen, and of those that are not on disk yet, as plain text. */
      function mine() {
        const all = new Set([current, ...outbox.of(exercise.id).map((item) => entries.get(item.edit.entry) ?? current)]);
        return [...all].flatMap((entry) => exercise.prompts.filter((/** @type {any} */ prompt) => answered(valueOf(entry, prompt))).map((/** @type {any} */ prompt) => `${text(prompt.label)}\n${inWords(prompt, valueOf(entry, prompt), setting())}`)).join("\n\n");
      }
      /** @param {any} event */
      function saved({ detail: { edit, entry, way, decided: now } }) {
        if (edit.exercise !== exercise.id) return;
        for (const [name, one] of Object.entries(now ?? {})) decided.set(name, one);
        if (now && afraid() !== drawnAfraid) heed();
        else if (now) drawResult();
        const known = entries.get(edit.entry);
        if (known && entry) known.earlier = entry.earlier; // what was there before is the store's to say
        if (outbox.of(exercise.id).length) return;
        const place = edit.act === "status" ? body.querySelector(".ns-rest .ns-status") : null, sentence = way ? words["kept-open"] : words.saved.replace("{time}", timeOf());
        const live = Date.now() - lastAnnounced > QUIET ? "polite" : "off";
        if (place) place.replaceChildren(icon("saved"), sentence);
        const prompt = form?.prompts.get(lastPrompt);
        if (!prompt) return;
        prompt.node.querySelector('[role="status"]').setAttribute("aria-live", live);
        if (live === "polite") lastAnnounced = Date.now();
        prompt.say("saved", sentence);
      }

      // ---- hello ---------------------------------------------------------------------------------------------
      /** @param {any} message */
      function show(message) {
        const first = !shown;
        shown = message;
        for (const [name, one] of Object.entries(message.decided ?? {})) decided.set(name, one);
        if (gate) rememberGate(message.gate, gate.prompt.id);
        delete section.dataset.waiting;
        most = Math.max(most, message.entries.length);
        const waiting = new Set(outbox.of(exercise.id).map((item) => item.edit.entry));
        for (const entry of message.entries) if (!waiting.has(entry.id) && (first || entry.id !== current.id)) entries.set(entry.id, entry);
        if (first) ({ entry: current, resting } = choose(exercise, message.entries));
        if (first || !section.contains(document.activeElement)) draw();
        else drawList();
        if (first) fold(Boolean(current.made_at));
      }
      /** @param {any} message */
      const hear = (message) => message.kind === "show" ? show(message) : message.kind === "locked" && shut();
      const hello = () => shown || locked || signal.aborted || (send({ kind: "hello", at: now() }), setTimeout(hello, HELLO_AGAIN));
      /** What stands here while the notes are locked. */
      function shut() {
        locked = true;
        form = null;
        for (const place of [list, notices]) place.replaceChildren();
        body.replaceChildren(h("p", { class: "ns-lead" }, words.sealed));
      }
      /** Something was said at the gate, here or in another exercise of the page: what is only for two who are safe comes or goes. */
      function heed() {
        if (!shown || locked) return;
        const at = /** @type {any} */ (document.activeElement), here = section.contains(at);
        draw();
        const again = here && (at.id ? document.getElementById(at.id) : at.name && section.querySelector(`[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]`));
        if (again) again.focus();
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
      outbox.addEventListener("change", tell, { signal });
      outbox.addEventListener("saved", saved, { signal });
      document.addEventListener("newsoil:door", knock, { signal });
      document.addEventListener("newsoil:noted", (/** @type {any} */ { detail }) => detail === exercise.id && shown && send({ kind: "more", most }), { signal });
      document.addEventListener("newsoil:gate", heed, { signal });
      signal.addEventListener("abort", () => (outbox.flush(), model.off("msg:custom", hear)));
      if (shown) {
        if (resting === "done" && exercise.kind !== "one-off") [current, resting] = [blank(), ""];
        draw(); // the person comes back to this stage: what they were writing stays on the screen
        fold(Boolean(current.made_at));
        send({ kind: "more", most });
      } else hello();
    },
  };
};
