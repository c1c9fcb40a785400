// @ts-check
/** Shift by itself, three times within five seconds. A capital letter is Shift and another key, which begins the count anew. */
const TAPS = 3, WITHIN = 5000;

/** @param {() => void} then @param {AbortSignal} [signal] */
export function thrice(then, signal) {
  /** @type {number[]} */
  let taps = [];
  addEventListener("keydown", ({ key, repeat }) => {
    const now = Date.now();
    if (key !== "Shift") taps = [];
    else if (!repeat) taps = [...taps.filter((at) => now - at < WITHIN), now];
    if (taps.length < TAPS) return;
    taps = [];
    then();
  }, { capture: true, signal });
}
