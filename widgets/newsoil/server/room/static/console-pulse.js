// @ts-check
/** The pulse of a block: a question to the whole group that is opened, closed, and told back in three words. Nothing of it shows before. */
import { h } from "../../../prompts/static/dom.js";
import { enable, listing, part, pressed, reveal, write } from "./console-live.js";
import { counted, said } from "./console-words.js";

/** @typedef {import("./console-live.js").View} View */

/** One release: its sentence, and its bands as bars of three lengths. @param {View} release */
function released(release) {
  const says = h("p", { class: "con-headline" }, release.says), question = h("p", { class: "ns-meta" }, release.question);
  const bars = release.bands.map((/** @type {any} */ band) => h("li", {}, h("span", {}, band.says), h("b", { class: `con-band con-band-${band.word}` }, band.read)));
  return { node: h("li", {}, question, says, bars.length > 0 && h("ul", { class: "con-bands" }, ...bars)), show: () => undefined };
}

/** @param {import("./console-live.js").Act} act */
export function pulsePart(act) {
  let open = false;
  const question = h("p", { class: "con-question" }), choices = h("ul", { class: "con-dots" }), answered = h("p", { class: "con-answered" });
  const why = h("p", { class: "ns-hint", id: "pulse-why" });
  const button = pressed("", () => act({ kind: "do", act: open ? "close-pulse" : "open-pulse" }), "ns-btn", { "aria-describedby": "pulse-why" });
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
      open = pulse.state === "open";
      write(question, pulse.question ?? "");
      drawChoices(pulse.choices ?? []);
      write(button, said(open ? "pulse-close" : "pulse-open"));
      enable(button, pulse.state !== "too-few");
      write(why, reason(pulse, view.here));
      write(answered, counted(pulse.answered, "answered-one", "answered-many"));
      reveal(answered, open);
      drawResults([...view.releases].reverse());
    },
  };
}
