// @ts-check
/** A quiet sign: a word at the break, please. It goes with the name of the seat, or as somebody; it is said before what is sent, and it can be taken back. */
import { button, h, say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

/** @param {() => import("./line.js").Line} line @returns {{node: HTMLElement, show: (state: any) => void, afresh: () => void}} */
export function drawWord(line) {
  const says = h("div", {}), became = h("p", { role: "status" }), acts = h("div", { class: "ns-acts" });
  const node = h("details", { class: "room-more" }, h("summary", {}, words["word-title"]), says, acts, became);
  let word = "", name = "", own = false, afresh = true, drawn = "";

  /** @param {"" | "named" | "somebody"} asked */
  function ask(asked) {
    own = true;
    became.textContent = "";
    line().send("word", { kind: "word", word: asked }, ({ kind, says: why = "" }) => {
      own = false;
      became.textContent = kind === "refused" ? why : asked ? "" : words["word-taken"];
    });
  }
  function draw() {
    const ways = /** @type {const} */ (["named", "somebody"]), key = `${name} ${word}`;
    if (key === drawn) return;
    const inside = acts.contains(document.activeElement);
    drawn = key;
    says.replaceChildren(...word
      ? [h("p", { class: "room-in" }, say(words[`word-sent-${word}`], { name }))]
      : [h("p", {}, say(words["word-seat"], { name })), h("ul", { class: "room-list" }, ...ways.map((way) => h("li", {}, say(words[`word-${way}`], { name }))))]);
    acts.replaceChildren(...word
      ? [button(words["word-back"], () => ask(""))]
      : ways.map((way) => button(say(words[`word-as-${way}`], { name }), () => ask(way))));
    if (inside) acts.querySelector("button")?.focus({ preventScroll: true });
  }
  return {
    node,
    /** The line is new: what the room says next is no answer to anything here. */
    afresh: () => void (afresh = true),
    show({ view, own: mine }) {
      node.hidden = view.phase === "over" || !mine.name;
      // Somebody else has changed it: the group leader has seen it, or the room has started again and has forgotten it.
      if (word && !mine.word && !own && !line().waits("word")) became.textContent = words[afresh ? "word-lost" : "word-heard"];
      ({ word, name } = mine);
      afresh = false;
      draw();
    },
  };
}
