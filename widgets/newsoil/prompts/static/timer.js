// @ts-check
/** A timer that runs where somebody starts it, and says its beginning, its half and its end. It makes no sound, and nothing hangs on it. */
import { timeOf } from "./clock.js";
import { button, h, say } from "./dom.js";

const A_MINUTE = 60_000;

/** @param {number} minutes @param {Record<string, string>} words */
export function drawTimer(minutes, words) {
  const told = h("p", { class: "ns-hint", role: "status" }), act = button("", press);
  /** @type {ReturnType<typeof setTimeout>[]} */
  let running = [];
  let time = "";
  /** At the end, two can change over; that is said to nobody after a yes at the gate. @param {string} name */
  function tell(name) {
    const turn = name === "over" ? [" ", h("span", { class: "ns-turn" }, words["timer-turn"])] : [];
    told.replaceChildren(name && say(words[`timer-${name}`], { minutes, time }), ...turn);
    act.textContent = say(words[running.length ? "timer-stop" : "timer-start"], { minutes });
  }
  function press() {
    running.forEach(clearTimeout);
    time = timeOf(new Date(Date.now() + minutes * A_MINUTE));
    running = running.length ? [] : [setTimeout(() => tell("half"), minutes * A_MINUTE / 2), setTimeout(() => ((running = []), tell("over")), minutes * A_MINUTE)];
    tell(running.length ? "on" : "");
  }
  tell("");
  return h("div", { class: "ns-acts ns-timer" }, act, told);
}
