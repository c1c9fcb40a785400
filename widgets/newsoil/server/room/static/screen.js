// @ts-check
/** The screen on the wall. It says nothing to the room, and nothing of the console is on it. */
import { h, inParts, say } from "../../../prompts/static/dom.js";
import { countedFrom } from "./counting.js";
import { given, words } from "./given.js";
import { openLine } from "./line.js";
import { sayRehearsal } from "./rehearsal.js";
import { drawStatus } from "./status.js";
import { drawTeller } from "./telling.js";
import { drawTime } from "./time-left.js";
import { drawNow, drawWayIn } from "./wall.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));

/** The key is taken out of the address at once; with it, the page is given what it shows. */
async function begin() {
  const key = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  if (!key) return given.inside ? watch() : stop(words["no-key"]);
  const answer = await fetch("enter", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key }) }).catch(() => null);
  if (answer?.ok) return given.inside ? watch() : location.reload();
  stop(answer?.status === 403 ? (await answer.json()).says : words["not-there"]);
}

/** @param {string} says */
const stop = (says) => main.replaceChildren(h("div", { class: "room-wall-in" }, h("h1", {}, words.title), ...inParts(says)));

function watch() {
  /** @type {any} */
  let view = null, left = () => 0, drawn = "";
  const { node: teller, tell } = drawTeller(), time = drawTime({ tell }), status = drawStatus();
  const shown = h("div", { class: "room-wall-now" }), corner = h("p", { class: "room-corner" });
  const stateOf = () => ({ view, block: view.block, left, isHere: true, alone: false });
  main.replaceChildren(h("div", { class: "room-wall-in" }, shown, time.node), h("div", { class: "room-foot" }, status.node, corner), teller);
  setInterval(() => view && time.tick(stateOf()), 1000);

  function draw() {
    if (view.phase === "waiting") return drawWayIn(view);
    if (view.phase === "over") return [h("h1", {}, words["over-title"]), ...inParts(words["over-more"])];
    return view.paused ? [h("h1", {}, words.paused), ...inParts(words["paused-more"])] : drawNow(view);
  }
  function show() {
    const { time: _time, changes: _changes, ...lasting } = view, key = JSON.stringify(lasting);
    main.dataset.phase = view.phase;
    corner.textContent = view.phase === "running" && view.open ? say(words.corner, { address: given.address, code: view.code }) : "";
    sayRehearsal(view.rehearsal);
    if (key !== drawn) shown.replaceChildren(...draw());
    drawn = key;
    time.show(stateOf());
    time.node.hidden ||= view.paused || Boolean(shown.querySelector(".room-release"));
  }
  openLine("line/screen", {
    told(message) {
      view = message;
      if (view.time) left = countedFrom(view.time);
      if (view.code !== given.code && view.phase === "waiting") return location.reload(); // there is another code, and its picture comes with the page
      show();
    },
    is: status.is,
    over: ({ says }) => stop(says),
  });
}

void begin();
