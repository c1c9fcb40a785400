// @ts-check
/**
 * The time that is left. The room says it once, and each page counts for itself, by a clock that nobody can set. It is told in words, and
 * without seconds that run: those make people hurry.
 *
 * @typedef {{left: number, runs: boolean, turn?: number, turn_seconds?: number}} Time
 * @typedef {{minutes: number, turns: number}} Lengths
 */
import { say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

const A_MINUTE = 60;

/** How many seconds are left, whenever it is asked. @param {Time} time @returns {() => number} */
export function countedFrom({ left, runs }) {
  const heard = performance.now();
  return () => left - (runs ? (performance.now() - heard) / 1000 : 0);
}

/** @param {number} seconds @param {"left" | "turn" | "all"} of @param {Record<string, number>} more what else the words name */
export function inWords(seconds, of = "left", more = {}) {
  if (seconds <= 0) return words["time-over"];
  const minutes = Math.round(seconds / A_MINUTE);
  return say(seconds < A_MINUTE ? words[`${of}-less`] : minutes === 1 ? words[`${of}-one`] : words[`${of}-many`], { n: minutes, ...more });
}

/** Whose turn it is, from 1, and how many seconds of it are left; 0 when all turns are over. @param {Lengths} block @param {Time} time @param {number} left */
export function turnOf({ minutes, turns }, { turn_seconds: each = 0 }, left) {
  const passed = Math.max(0, minutes * A_MINUTE - left), turn = each ? Math.floor(passed / each) + 1 : 0;
  return turn > turns ? { turn: 0, rest: 0 } : { turn, rest: each * turn - passed };
}

/**
 * Tells the start, the last minute and the end, each once, and nothing between.
 * @param {(what: "begins" | "minute" | "over") => void} tell
 * @returns {(changes: string, left: number) => void} to be asked every second; `changes` is another text when somebody changed the time
 */
export function milestones(tell) {
  let last = "", before = 0;
  return (changes, left) => {
    const anew = changes !== last;
    if (anew) last = changes;
    if (anew && left > 0) tell("begins");
    else if (!anew && before > 0 && left <= 0) tell("over");
    else if (!anew && before > A_MINUTE && left <= A_MINUTE) tell("minute");
    before = left;
  };
}
