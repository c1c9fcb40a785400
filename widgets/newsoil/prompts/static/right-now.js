// @ts-check
/**
 * “Right now”: a pause and four tools for the moment itself, in a dialog that one button of the page opens. Nothing of them needs a kernel, nothing is kept
 * in the browser, and nothing is written down unless somebody says so at the end. It never opens by itself.
 *
 * @typedef {{id: string, title: string, about: string, end: string, exercise: string, steps: import("./right-now-steps.js").Step[]}} Tool
 * @typedef {{tools: Tool[], words: Record<string, string>, seconds: number, pause: Record<string, string>}} Content
 * @typedef {{writes: () => boolean, ask?: () => void, outbox: () => any, send: (message: any) => void, ways: (close: () => void) => Node[]}} Host
 * what the page around it knows: whether notes can be written now, the way there, and the ways to help and out of the page
 */
import { button, freshId, h, say, unkept } from "./dom.js";
import { drawNote } from "./right-now-note.js";
import { drawStep, inParagraphs } from "./right-now-steps.js";

const LOOK_EVERY = 500;
const STOPS = "button, a[href], input, textarea, summary";

/** Whether a yes was said at the gate, on this page or in what was kept. */
const isSaid = () => !["false", undefined].includes(document.documentElement.dataset.afraid);

/** @param {Content} content @param {Host} host @returns {(opener: HTMLElement) => void} opens it, at the tool that `opener` names if it names one; `opener` gets the focus back */
export function rightNow({ tools, words, seconds, pause }, host) {
  let afraid = false;
  document.addEventListener("newsoil:gate", (event) => (afraid = Boolean(/** @type {CustomEvent} */ (event).detail?.afraid)));

  return function open(opener) {
    if (document.querySelector(".ns-now")) return;
    const id = `ns-now-${freshId()}`;
    const title = h("h2", { id: `${id}-title`, tabindex: -1 }, words.title), body = unkept({ class: "ns-now-body" });
    const state = h("p", { class: "ns-now-state", role: "status" }), spoken = h("p", { class: "ns-vh", role: "status" });
    /** @type {HTMLDialogElement} */
    const dialog = h("dialog", { class: "ns-now", "aria-modal": "true", "aria-labelledby": title.id, on: { keydown: stay } },
      h("div", { class: "ns-now-top" }, title, button(words.close, () => dialog.close(), "ns-text-btn")), body, spoken, h("div", { class: "ns-now-foot" }, ...host.ways(() => dialog.close("help"))));
    let stop = () => {}, looks = () => {}, redraw = () => {};

    /** Tab stays within: after the last stop comes the first. @param {KeyboardEvent} event */
    function stay(event) {
      if (event.key !== "Tab") return;
      const stops = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll(STOPS)]).filter((one) => one.checkVisibility()), [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
      if (document.activeElement !== from) return;
      event.preventDefault();
      to?.focus();
    }
    /** @param {any[]} nodes @param {HTMLElement} heading gets the focus */
    function show(nodes, heading) {
      body.replaceChildren(...nodes.filter(Boolean));
      state.hidden = false;
      dialog.scrollTop = 0;
      heading.focus();
      looks();
    }
    /** Nothing goes on from the step before. */
    function still() {
      stop();
      stop = looks = redraw = () => {};
      spoken.textContent = "";
    }
    function list() {
      still();
      title.textContent = words.title;
      const choices = [choice("pause", pause, rest), ...tools.map((tool) => choice(tool.id, tool, () => begin(tool)))];
      show([h("p", {}, words.lead), h("ul", {}, ...choices), state], title);
    }
    /** @param {string} name @param {any} says a title, and what it is about @param {() => void} opens */
    const choice = (name, says, opens) => h("li", {}, button([h("strong", {}, says.title), h("span", {}, says.about)], opens, "ns-now-tool", { "data-tool": name }));
    /** The shortest of them: three lines to follow. That all is kept is said only while it is true. */
    function rest() {
      still();
      title.textContent = pause.title;
      const kept = h("p", { "data-kept": true }, pause[{ visitor: "after-open", try: "after-try" }[document.documentElement.dataset.keep ?? ""] ?? "after"]);
      looks = () => (kept.hidden = Boolean(host.outbox()?.pending.size));
      show([h("ol", {}, ...["one", "two", "three"].map((line) => h("li", {}, pause[line]))), kept,
        h("div", { class: "ns-acts ns-now-last" }, button(words.another, list, "ns-text-btn"), button(words.close, () => dialog.close()))], title);
    }
    /** @param {Tool} tool */
    function begin(tool) {
      /** @type {Map<string, import("./right-now-steps.js").Given>} */
      const run = new Map(tool.steps.map((step) => [step.id, { chosen: [], own: "" }]));
      title.textContent = tool.title;
      /** @param {number} at */
      function go(at) {
        still();
        if (at === tool.steps.length) return end();
        const step = tool.steps[at], mine = `${id}-${step.id}`, heading = h("h3", { id: `${mine}-asks`, tabindex: -1 }, step.asks);
        const drawn = drawStep({ step, id: mine, given: /** @type {any} */ (run.get(step.id)), words, seconds, afraid: afraid || isSaid(), announce: (sentence) => (spoken.textContent = sentence) });
        const onward = step.draws === "pause" ? words["pause-done"] : step.draws === "read" ? words.next : tool.steps[at + 1]?.draws === "pause" ? words.begin : words["go-on"];
        stop = drawn.stop;
        if (step.options.some((one) => one.together)) redraw = () => go(at);
        show([h("div", { class: "ns-now-step" }, button(words.back, () => at ? go(at - 1) : list(), "ns-text-btn"), h("p", { class: "ns-meta" }, say(words.step, { n: at + 1, all: tool.steps.length }))),
          heading, step.hint && h("div", { class: "ns-now-hint", id: `${mine}-hint` }, ...inParagraphs(step.hint)), ...drawn.nodes,
          h("div", { class: "ns-acts" }, button(onward, () => go(at + 1), "ns-btn ns-btn-main")), state], heading);
      }
      function end() {
        const heading = h("h3", { tabindex: -1 }, words.end), note = drawNote(tool, run, words, host, state);
        const chosen = tool.steps.flatMap((step) => step.options.filter((one) => one.said && run.get(step.id)?.chosen.includes(one.id)));
        looks = note.look;
        show([heading, ...chosen.map((one) => h("p", {}, one.said)), ...inParagraphs(tool.end), ...note.nodes,
          h("div", { class: "ns-acts ns-now-last" }, button(words.another, list, "ns-text-btn"), button(words.close, () => dialog.close()))], heading);
      }
      go(0);
    }
    function look() {
      host.ask?.();
      const sentence = host.writes() ? words.open : words.shut;
      if (state.textContent !== sentence) state.textContent = sentence;
      state.classList.toggle("ns-now-shut", sentence === words.shut);
      looks();
    }
    const looking = setInterval(look, LOOK_EVERY), gate = () => redraw();
    document.addEventListener("newsoil:gate", gate);
    dialog.addEventListener("close", () => {
      stop();
      clearInterval(looking);
      document.removeEventListener("newsoil:gate", gate);
      dialog.remove();
      if (dialog.returnValue !== "help" && document.activeElement === document.body) opener.focus({ preventScroll: true });
    });
    document.body.append(dialog);
    dialog.showModal();
    look();
    const named = tools.find((tool) => tool.id === opener.dataset.rightNow);
    if (named) begin(named);
    else list();
  };
}
