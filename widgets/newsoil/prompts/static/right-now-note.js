// @ts-check
/** Noting a tool down: what would be written is shown first, and is written only when somebody says so; it can be copied always. */
import { now, timeOf } from "./clock.js";
import { button, freshId, h, say } from "./dom.js";
import { isGiven } from "./right-now-steps.js";

const NOT_YET = 3500;

/**
 * What a step gives in words, and what is written of it: `value` is nothing where its exercise has no place for it.
 * @param {import("./right-now-steps.js").Step} step @param {import("./right-now-steps.js").Given} given
 */
function readStep(step, given) {
  const own = step.own ? given.own.trim() : "", as = step.fills?.as, chosen = step.options.filter((one) => given.chosen.includes(one.id));
  const labels = step.draws === "strength" ? given.chosen : [...chosen.map((one) => one.label), own].filter(Boolean);
  const known = chosen.filter((one) => one.writes), lines = labels.join(as === "line" ? ", " : "\n");
  const value = as === "number" ? (labels.length ? Number(labels[0]) : null) : as === "option" ? known[0]?.writes ?? null : as === "options" ? known.map((one) => one.writes) : as ? lines : null;
  const reads = as === "option" || as === "options" ? known.map((one) => one.reads).join(", ") : lines;
  return { step, says: labels.join(", "), value: value === null || value === "" || (Array.isArray(value) && !value.length) ? null : value, reads };
}

/**
 * The part of a tool's end that notes it down; nothing where nothing was said.
 * @param {import("./right-now.js").Tool} tool
 * @param {Map<string, import("./right-now-steps.js").Given>} run
 * @param {Record<string, string>} words
 * @param {import("./right-now.js").Host} host
 * @param {HTMLElement} state where it is said that nothing is being saved
 * @returns {{nodes: any[], look: () => void}}
 */
export function drawNote(tool, run, words, host, state) {
  const read = tool.steps.flatMap((step) => { const given = run.get(step.id); return given && isGiven(given) ? [readStep(step, given)] : []; });
  const written = read.filter((one) => one.value !== null);
  if (!tool.exercise || !written.length) return { nodes: [state], look: () => {} };
  const entry = freshId(), status = h("p", { class: "ns-status", role: "status" }), shown = h("div", { class: "ns-noting", hidden: true });
  let sent = 0, done = false;

  function write() {
    const at = now(), outbox = host.outbox(), common = { exercise: String(tool.id), entry, made_at: at, at };
    sent = Date.now();
    outbox.addEventListener("saved", saved);
    for (const { step, value } of written) outbox.put({ ...common, act: "answer", prompt: step.fills?.prompt, value, was: null }, host.send, false);
    outbox.put({ ...common, act: "status", prompt: "", value: "done" }, host.send, false);
    look();
    status.tabIndex = -1;
    status.focus();
  }
  /** @param {any} event */
  function saved({ detail: { edit, way } }) {
    if (edit.entry !== entry || waiting().length) return;
    host.outbox().removeEventListener("saved", saved);
    done = true;
    status.textContent = `${way ? words["kept-open"] : say(words.saved, { time: timeOf() })}. ${say(words.noted, { exercise: tool.exercise })}`;
    document.dispatchEvent(new CustomEvent("newsoil:noted", { detail: tool.id }));
    look();
  }
  const waiting = () => host.outbox().of(tool.id).filter((/** @type {any} */ item) => item.edit.entry === entry);
  async function copy() {
    const text = read.map(({ step, says }) => `${step.asks}\n${says}`).join("\n\n");
    copying.textContent = await navigator.clipboard.writeText(text).then(() => words.copied, () => words["copy-not"]);
  }
  const opener = button(words.note, () => {
    shown.hidden = !shown.hidden;
    opener.setAttribute("aria-expanded", String(!shown.hidden));
  }, "ns-btn", { "aria-expanded": "false" });
  const writing = button(words["note-write"], write, "ns-btn ns-btn-main"), copying = button(words.copy, copy);
  shown.append(
    h("p", {}, say(words["note-what"], { exercise: tool.exercise })),
    h("dl", { class: "ns-review" }, ...written.flatMap(({ step, reads }) => [h("dt", {}, step.fills?.label), h("dd", {}, reads)])),
    h("div", { class: "ns-acts" }, writing, copying), status);

  /** What can be done now: the line to the notes comes and goes. */
  function look() {
    writing.hidden = Boolean(sent) || !host.writes();
    state.hidden = done;
    if (!sent || done) return;
    const late = waiting(), because = late.find((/** @type {any} */ item) => item.sentence)?.sentence;
    const sentence = because || Date.now() - sent > NOT_YET ? [words["not-saved"], because ?? words["keep-open"]].join(" ") : "";
    if (late.length && status.textContent !== sentence) status.textContent = sentence;
  }
  look();
  return { nodes: [opener, state, shown], look };
}
