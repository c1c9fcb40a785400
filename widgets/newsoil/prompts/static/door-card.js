// @ts-check
/**
 * The door of the journal, drawn: the card that unseals the notes, the line that locks them, the steps that seal them. What is typed here
 * goes to the kernel and is kept nowhere; a field is emptied as soon as it was sent. What takes a while shows how far it is.
 *
 * @typedef {"plain" | "open" | "locked"} State
 * @typedef {{state: State, sentence: string, wait: number, key?: string, done?: string}} Door
 */
import { button, freshId, h, say } from "./dom.js";
import { drawSecret } from "./secret.js";
import { drawWork } from "./work.js";

const HERE_EVERY = 60_000, LISTEN_EVERY = 1000, ASK_WHETHER = 8000;

/**
 * @param {HTMLElement} el where it is drawn; nothing is there while the notes are plain and nobody wants to seal them
 * @param {Record<string, string>} words
 * @param {(message: any) => void} send
 * @param {AbortSignal} signal
 * @returns {(message: any) => void} to be told what the kernel says
 */
export function drawDoor(el, words, send, signal) {
  /** @type {State | ""} */
  let state = "";
  let step = "", by = "passphrase", told = 0;
  const box = h("section", { class: "ns-door", "aria-label": words.label }), status = h("p", { class: "ns-status", role: "status" }), problem = h("p", { class: "ns-because", role: "alert" }), work = drawWork(words, words["working-more"]), opening = drawWork(words, words["opening-more"]);
  /** What is under way: which question, and when something was last heard of it. @type {{ask: string, heard: number, told: import("./work.js").Told, done: (reply: any) => void} | null} */
  let labour = null;
  el.append(box);

  /** @param {string} label @param {string} [complete] */
  const secret = (label, complete = "current-password") => drawSecret(label, words.look, { autocomplete: complete, required: true });
  /** @param {string} label @param {any[]} parts @param {() => void} then @param {...Node} more */
  function form(label, parts, then, ...more) {
    const going = state === "locked" ? opening : work;
    return h("form", { on: { submit: (/** @type {Event} */ event) => (event.preventDefault(), then()) } }, ...parts, problem, h("div", { class: "ns-acts" }, h("button", { class: "ns-btn ns-btn-main" }, label), ...more), going.node);
  }
  /** @param {any} message */
  function ask(message) {
    status.textContent = words.wait;
    problem.textContent = "";
    send(message);
  }
  /**
   * Ask for what takes a while. A secret goes out once: if nothing is heard, it is asked what became of it. Whoever leaves while the notes are
   * being opened does not wait for that, and the key goes with the page.
   * @param {any} message @param {...{input: HTMLInputElement}} fields
   */
  function begin(message, ...fields) {
    if (labour) return;
    const asked = freshId(), opens = state === "locked";
    problem.textContent = status.textContent = "";
    (opens ? opening : work).run((told) => new Promise((done) => {
      labour = { ask: asked, heard: Date.now(), told, done };
      send({ ...message, ask: asked });
    }), !opens);
    for (const { input } of fields) input.value = "";
  }
  /** Hear of what is under way. @param {any} message @returns {boolean} whether it goes on */
  function follow(message) {
    if (!labour || message.ask !== labour.ask) return false;
    labour.heard = Date.now();
    if (message.kind === "progress") labour.told(message.done, message.of, message.step);
    else {
      labour.done({});
      labour = null;
    }
    return message.kind === "progress";
  }
  const listening = setInterval(() => {
    if (!labour || Date.now() - labour.heard < ASK_WHETHER) return;
    labour.heard = Date.now();
    send({ kind: "door", ask: labour.ask });
  }, LISTEN_EVERY);
  signal.addEventListener("abort", () => clearInterval(listening));
  /** @param {string} next */
  function go(next) {
    step = next;
    problem.textContent = status.textContent = "";
    draw();
    box.querySelector("h2, input")?.focus();
  }
  const back = () => button(words.back, () => go(""), "ns-text-btn");
  /** @param {string} title @param {...any} parts */
  const card = (title, ...parts) => h("div", { class: "ns-sheet ns-door-card" }, h("h2", { tabindex: -1 }, title), ...parts, status);

  function locked() {
    const one = secret(by === "recovery" ? words["recovery-key"] : words.passphrase, by === "recovery" ? "off" : "current-password");
    const other = button(by === "recovery" ? words["by-passphrase"] : words["by-recovery"], () => {
      by = by === "recovery" ? "passphrase" : "recovery";
      go("");
    }, "ns-text-btn");
    return card(words["locked-title"], h("p", { class: "ns-lead" }, words.locked), form(words.open, [one.node], () => begin({ kind: "unseal", secret: one.input.value, by }, one), other));
  }
  function opened() {
    return h("div", { class: "ns-door-line" }, h("span", {}, words.opened), button(words.lock, lock, "ns-text-btn"), button(words.keys, () => go("keys"), "ns-text-btn"), status, problem);
  }
  /** What is out of sight goes at once, also if the kernel is slow to hear. */
  function lock() {
    document.dispatchEvent(new Event("newsoil:locking"));
    send({ kind: "lock" });
  }
  function keys() {
    return card(words.keys, h("ul", { class: "ns-door-ways" }, ...["another-passphrase", "another-key", "take-off"].map((name) => h("li", {}, button(words[name], () => go(name))))), h("div", { class: "ns-acts" }, back()));
  }
  /** Another passphrase, another recovery key, or no seal: each asks for what opens the notes now. */
  function change() {
    if (step === "another-key") return card(words[step], h("p", { class: "ns-lead" }, words["another-key-what"]), h("div", { class: "ns-acts" }, button(words["seal-begin"], () => ask({ kind: "new-key" }), "ns-btn ns-btn-main"), back()));
    const now = secret(words["passphrase-now"]), next = step === "another-passphrase" ? secret(words["passphrase-new"], "new-password") : null;
    const fields = next ? [now, next] : [now];
    return card(words[step], h("p", { class: "ns-lead" }, words[`${step}-what`]), form(words[step], fields.map(({ node }) => node), () => begin({ kind: step, secret: now.input.value, new: next?.input.value }, ...fields), back()));
  }
  /** Not to seal the notes after all; the page may have waited for it. */
  const notNow = () => button(words["not-now"], () => (go(""), el.dispatchEvent(new CustomEvent("newsoil:not-sealed", { bubbles: true }))), "ns-text-btn");
  /** What a passphrase does and what it costs, said before it is set. */
  function why() {
    return card(words["seal-title"], ...words["seal-what"].split("\n\n").map((part) => h("p", {}, part)), h("div", { class: "ns-acts" }, button(words["seal-begin"], () => ask({ kind: "new-key" }), "ns-btn ns-btn-main"), notNow()));
  }
  /** @param {string} key */
  function sealing(key) {
    const first = secret(words["passphrase-new"], "new-password"), again = secret(words["passphrase-again"], "new-password");
    return card(words["seal-title"], h("p", {}, words["key-what"]), h("p", { class: "ns-key" }, key), form(words.seal, [noting(), first.node, again.node], () => {
      if (first.input.value !== again.input.value) problem.textContent = words.differ;
      else begin({ kind: "seal", secret: first.input.value }, first, again);
    }, notNow()));
  }
  /** The box that says that a key is written down: without it nothing goes on. */
  const noting = () => h("label", { class: "ns-noted" }, h("input", { type: "checkbox", required: true }), h("span", {}, words["key-noted"]));
  /** A new recovery key, which fits once it was seen. @param {string} key */
  function rekeying(key) {
    const now = secret(words["passphrase-now"]);
    return card(words["another-key"], h("p", {}, words["key-new"]), h("p", { class: "ns-key" }, key), form(words["another-key-set"], [noting(), now.node], () => begin({ kind: "another-key", secret: now.input.value }, now), back()));
  }
  /** @param {string} [key] */
  function draw(key) {
    const drawn = key ? step === "another-key" ? rekeying(key) : sealing(key)
      : state === "locked" ? locked()
      : step === "seal" && state === "plain" ? why()
      : state !== "open" ? null
      : step === "keys" ? keys()
      : step ? change()
      : opened();
    box.replaceChildren(...(drawn ? [drawn] : []));
    el.hidden = !drawn && !("always" in el.dataset);
  }
  /** @param {any} message */
  function hear(message) {
    const ended = labour !== null && message.ask === labour.ask;
    if (follow(message)) return;
    if (ended && message.kind === "refused") problem.textContent = message.sentence;
    if (message.kind !== "door") return;
    const before = state, had = box.contains(document.activeElement);
    state = message.state;
    status.textContent = "";
    if (before !== state || message.done) step = message.key ? step : "";
    if (before !== state || message.key || message.done) draw(message.key);
    // Whoever pressed a button that is gone stands where it was, and sees what came of it.
    if (had && !box.contains(document.activeElement)) /** @type {HTMLElement | null} */ (box.querySelector("h2, button"))?.focus();
    const nothing = ended && before === state && !message.sentence && !message.key && !message.done;
    problem.textContent = message.sentence ? say(message.sentence, {}) : nothing ? words["not-through"] : "";
    if (message.done) status.textContent = words[`${message.done}-done`];
    if (before === state) return;
    el.dispatchEvent(new CustomEvent("newsoil:state", { detail: state, bubbles: true }));
    if (!before) return;
    if (before === "plain" && state === "open") status.textContent = words["sealed-now"];
    if (state === "locked") status.textContent = words["locked-now"];
    // Sealing changes no word on the page, nor does taking the seal off: whoever goes on writing meanwhile is not interrupted.
    if (![before, state].includes("locked")) return;
    document.dispatchEvent(new Event("newsoil:flush")); // what was typed comes before the question what is there
    document.dispatchEvent(new CustomEvent("newsoil:door", { detail: state }));
  }
  /** The person is there, which keeps the door open. */
  function here() {
    if (state !== "open" || Date.now() - told < HERE_EVERY) return;
    told = Date.now();
    send({ kind: "here" });
  }
  for (const event of ["pointerdown", "keydown", "scroll"]) document.addEventListener(event, here, { capture: true, passive: true, signal });
  document.addEventListener("newsoil:seal", () => state === "open" ? go("keys") : state === "plain" && go("seal"), { signal });
  document.addEventListener("newsoil:kept", () => send({ kind: "door" }), { signal });
  draw();
  return hear;
}
