// @ts-check
/**
 * Forms are drawn in turn. The first of a page is drawn at once, the others when the browser has shown it: nobody waits for what stands further
 * down, and a stage of eleven exercises opens as fast as one of four.
 */
import { isFirst } from "./dom.js";

/** What is still to be drawn, from top to bottom. @type {Map<HTMLElement, () => void>} */
const inTurn = new Map();
const DRAWN_WITHIN = 120, A_FRAME = 8;
let nextTurn = 0;

/** @param {HTMLElement} section an exercise @param {() => void} draw @param {AbortSignal} signal it goes, and is not drawn any more */
export function drawInTurn(section, draw, signal) {
  if (isFirst(section)) return draw();
  inTurn.set(section, draw);
  signal.addEventListener("abort", () => inTurn.delete(section), { once: true });
  nextTurn ||= soon();
}

/** Not every browser says when it is idle. */
const soon = () => "requestIdleCallback" in globalThis ? requestIdleCallback(drawNext, { timeout: DRAWN_WITHIN }) : setTimeout(drawNext, 2 * A_FRAME);

function drawNext() {
  const until = performance.now() + A_FRAME;
  for (const [section, draw] of inTurn) {
    inTurn.delete(section);
    try {
      draw();
    } catch (error) {
      console.error(error); // one that fails keeps nobody else from being drawn
    }
    if (performance.now() > until) break;
  }
  nextTurn = inTurn.size ? soon() : 0;
}
