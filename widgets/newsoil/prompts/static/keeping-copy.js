// @ts-check
/** Taking a copy of notes, and blank sheets. */
import { button, h } from "./dom.js";
import { drawFile, makeFile } from "./keeping-file.js";
import { chosenOf, drawGroup, drawOption, drawSheet } from "./keeping-parts.js";
import { drawExercises, drawWhich } from "./keeping-which.js";
import { drawWork } from "./work.js";

const KIND = "ns-copy-kind";

/**
 * A button that makes a file, and what becomes of it. What was made is no longer offered when something is chosen anew.
 * @param {import("./keeping-parts.js").Place} place @param {string} name of the words @param {() => any} message
 */
function drawMaking({ words, ask }, name, message) {
  const work = drawWork(words), result = h("div", {});
  const make = button(words[`${name}-make`], async () => {
    result.replaceChildren();
    const file = await work.run((told) => makeFile(ask, message(), told));
    if (!file) return;
    const ready = drawFile(words, file);
    result.replaceChildren(h("p", { class: "ns-result", role: "status" }, words[`${name}-made`]), ready.node);
    ready.button.focus();
  }, "ns-btn ns-btn-main");
  return { nodes: [h("div", { class: "ns-acts" }, make), work.node, result], forget: () => result.replaceChildren() };
}

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawCopy(place) {
  const { words } = place, which = drawWhich(place);
  const kinds = ["json", "print", "markdown", "csv"].map((kind) => drawOption({ type: "radio", name: KIND, value: kind, checked: kind === "json" }, words[`copy-${kind}`], words[`copy-${kind}-more`]));
  const large = drawOption({ type: "checkbox" }, words.large), advice = drawOption({ type: "checkbox", checked: true }, words.advice);
  const looks = h("div", { class: "ns-rows ns-looks-of" }, advice, large);
  const kind = () => chosenOf(node, KIND);
  const making = drawMaking(place, "copy", () => ({ kind: "copy", format: kind(), ...which.value(), advice: advice.control.checked, large: large.control.checked }));
  const node = drawSheet("copy", words.copy, words["copy-says"], drawGroup(words["copy-kind"], "", h("div", { class: "ns-rows" }, ...kinds)), looks, which.node, ...making.nodes);
  function fit() {
    looks.hidden = !["print", "markdown"].includes(kind());
    large.hidden = kind() !== "print";
  }
  node.addEventListener("change", () => (fit(), making.forget()));
  fit();
  return { node, show: which.show };
}

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawSheets(place) {
  const { words } = place, large = drawOption({ type: "checkbox" }, words.large), advice = drawOption({ type: "checkbox", checked: true }, words.advice), exercises = h("div", {});
  /** @type {() => string[]} */
  let chosen = () => [];
  const making = drawMaking(place, "sheets", () => ({ kind: "sheets", exercises: chosen(), advice: advice.control.checked, large: large.control.checked }));
  const node = drawSheet("sheets", words.sheets, words["sheets-says"], h("details", {}, h("summary", {}, words["copy-which-exercises"]), h("div", { class: "ns-flow" }, exercises)), h("div", { class: "ns-rows ns-looks-of" }, advice, large), ...making.nodes);
  node.addEventListener("change", making.forget);
  return {
    node,
    show(there) {
      const boxes = drawExercises(words, there.sheets);
      chosen = boxes.value;
      exercises.replaceChildren(boxes.node);
    },
  };
}
