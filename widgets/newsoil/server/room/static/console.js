// @ts-check
/** The facilitator's console: one page from before the start to after the end. It draws what the room says, and nothing is only here. */
import { freshId, h } from "../../../prompts/static/dom.js";
import { attendancePart } from "./console-attendance.js";
import { blockPart } from "./console-block.js";
import { checksPart } from "./console-checks.js";
import { choosePart } from "./console-choose.js";
import { joinPart, secondPart } from "./console-join.js";
import { keysPart } from "./console-keys.js";
import { listPart } from "./console-list.js";
import { endPart, overPart } from "./console-over.js";
import { parkingPart } from "./console-parking.js";
import { seatsPart, wordsPart } from "./console-people.js";
import { planPart } from "./console-plan.js";
import { pulsePart } from "./console-pulse.js";
import { networkPart, startPart, whomPart } from "./console-ready.js";
import { saysPart } from "./console-says.js";
import { scriptPart } from "./console-script.js";
import { topPart } from "./console-top.js";
import { upsetPart } from "./console-upset.js";
import { said } from "./console-words.js";
import { given } from "./given.js";
import { countedFrom, turnOf } from "./counting.js";
import { openLine } from "./line.js";

/** @typedef {import("./console-live.js").View} View */
/** @typedef {import("./console-live.js").Part} Part */

/** A page for whoever came without a key, or with one that fits no longer. @param {string} says */
function atTheDoor(says) {
  document.title = said("console");
  document.body.replaceChildren(h("main", { class: "con-door", id: "main" }, h("h1", {}, said("door-title")), h("p", {}, says), h("p", {}, said("door-where")), h("p", {}, said("door-second"))));
}

/** Come in with the key behind `#`, which then leaves the address bar. */
async function enter() {
  const key = decodeURIComponent(location.hash.slice(1));
  const asked = await fetch("enter", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key }) });
  history.replaceState(null, "", location.pathname);
  if (asked.ok) location.reload();
  else atTheDoor((await asked.json()).reason === "too-many-codes" ? said("door-wait") : said("door-wrong"));
}

/** What runs by itself: seconds that are left, the clock, and how far the group is behind. @param {View} view @returns {() => View} */
function counting(view) {
  const heard = performance.now(), count = view.time && countedFrom(view.time);
  return () => {
    const passed = (performance.now() - heard) / 1000, left = count ? count() : null;
    const used = left === null ? 0 : Math.max(view.time.left, 0) - Math.max(left, 0);
    const turn = left !== null && view.block.turns ? turnOf(view.block, view.time, left).turn : 0;
    return { ...view, now: { left, turn, clock: view.clock.at + passed, behind: view.phase === "running" ? view.behind + passed - used : 0 } };
  };
}

function lead() {
  const says = saysPart();
  const line = openLine("line/console", { told, is: says.connection, over });
  let waiting = 0, acts = 0;
  /** @type {import("./console-live.js").Act} */
  const act = (message) => new Promise((done) => {
    says.waits(++waiting);
    line.send(`act-${++acts}`, { ...message, once: freshId() }, (reply) => {
      says.waits(--waiting);
      says.refusal(reply.kind === "refused" ? reply.says : "");
      done(reply.kind === "done");
    });
  });
  const upset = upsetPart(act), end = endPart(act), block = blockPart(act, end.ask), top = topPart(upset.open);
  const keys = keysPart({ n: block.moves.does.next, p: block.moves.does.pause, m: block.moves.does.minute, h: block.moves.does.hold, u: upset.open });
  const main = [overPart(), block, pulsePart(act), wordsPart(act), scriptPart(), parkingPart(act), choosePart(act), whomPart(), listPart(act), networkPart(), checksPart(act), startPart(act)];
  const side = [planPart(act), joinPart(), seatsPart(act), attendancePart(act), secondPart(act), end, keys];
  /** @type {Part[]} */
  const parts = [top, says, ...main, ...side, upset];
  /** @type {(() => View) | undefined} */
  let now;
  let phase = "";

  /** @param {View} message */
  function told(message) {
    if (message.kind !== "room") return;
    now = counting(message);
    document.documentElement.dataset.phase = message.phase;
    for (const one of parts) one.show(now());
    if (!phase) document.body.replaceChildren(h("div", { class: "con-head ns-sheet" }, top.node, says.node), whole, upset.node);
    else if (phase !== message.phase) begin();
    phase = message.phase;
  }
  /** The line has ended for good. @param {{ reason: string, says: string }} refusal */
  function over(refusal) {
    if (refusal.reason === "no-key") atTheDoor(said("door-wrong"));
    else says.ended(refusal.says);
  }
  /** The page is another one: whoever reads it begins at its top. */
  function begin() {
    scrollTo(0, 0);
    if (!document.querySelector("dialog[open]") && !document.activeElement?.matches("input, textarea, select")) top.node.querySelector("h1")?.focus({ preventScroll: true });
  }
  const whole = h("main", { class: "con-whole ns-sheet", id: "main" }, h("div", { class: "con-main" }, ...main.map((one) => one.node)), h("div", { class: "con-side" }, ...side.map((one) => one.node)));
  setInterval(() => { if (now) for (const one of parts) one.tick?.(now()); }, 1000);
}

addEventListener("hashchange", () => location.hash.length > 1 && enter());
if (location.hash.length > 1) enter();
else if (given.inside) lead();
else atTheDoor(said("door-says"));
