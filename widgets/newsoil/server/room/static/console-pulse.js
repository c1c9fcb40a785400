// @ts-check
/** The pulse of a block: a question to the whole group that is opened, closed, and told back in three words. Nothing of it shows before. */
import { h } from "../../../prompts/static/dom.js";
import { askOnce } from "./console-ask.js";
import { enable, listing, part, pressed, reveal, settling, write } from "./console-live.js";
import { counted, said } from "./console-words.js";
import { drawRelease } from "./release.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {any} release with `needed`, the answers without which nothing is shown */
const released = (release) => ({ node: h("li", {}, drawRelease(release, { heading: "h3", question: release.question, needed: release.needed })), show: () => undefined });

/** @param {import("./console-live.js").Act} act */
export function pulsePart(act) {
  let open = false, few = "";
  const { changed, isSettled } = settling();
  const close = () => act({ kind: "do", act: "close-pulse" });

  /** The button opens the question, and then closes it; neither can be taken back. */
  function press() {
    if (!isSettled()) return;
    changed();
    if (!open) act({ kind: "do", act: "open-pulse" });
    else if (!few) close();
    else askOnce({ title: said("pulse-close-title"), says: [few], no: said("pulse-leave-open"), yes: [[said("pulse-close"), close]] });
  }
  const question = h("p", { class: "con-question" }), choices = h("ul", { class: "con-dots" }), answered = h("p", { class: "con-answered" });
  const why = h("p", { class: "ns-hint", id: "pulse-why" });
  const button = pressed("", press, "ns-btn", { "aria-describedby": "pulse-why" });
  const asked = h("div", { class: "con-asked" }, question, choices, answered, h("div", { class: "ns-acts" }, button), why);
  const results = h("ul", { class: "con-results" });
  const node = part("pulse", said("pulse-title"), asked, results);
  const drawChoices = listing(choices, (/** @type {any} */ one) => one.id, (one) => ({ node: h("li", {}, one.says), show: () => undefined }));
  const drawResults = listing(results, (/** @type {any} */ one) => `${one.block} ${one.says}`, released);

  /** What stands below the button. @param {View} pulse @param {number} here */
  function reason({ state, needed, answered: n }, here) {
    if (state === "too-few") return said("pulse-too-few", { needed, here });
    if (state === "open") return n < needed ? said("pulse-few-yet", { needed }) : said("pulse-close-hint");
    return said("pulse-hint", { needed });
  }
  return {
    node,
    /** @param {View} view */
    show(view) {
      const { pulse } = view, states = ["can", "too-few", "open"];
      reveal(node, view.phase !== "waiting" && (pulse.state !== "none" || view.releases.length > 0));
      reveal(asked, view.phase === "running" && states.includes(pulse.state));
      if (open !== (pulse.state === "open")) changed();
      open = pulse.state === "open";
      few = open && pulse.answered < pulse.needed ? said("pulse-few-yet", { needed: pulse.needed }) : "";
      write(question, pulse.question ?? "");
      drawChoices(pulse.choices ?? []);
      write(button, said(open ? "pulse-close" : "pulse-open"));
      enable(button, pulse.state !== "too-few");
      write(why, reason(pulse, view.here));
      write(answered, counted(pulse.answered, "answered-one", "answered-many"));
      reveal(answered, open);
      drawResults([...view.releases].reverse().map((one) => ({ ...one, needed: pulse.needed })));
    },
  };
}
