// @ts-check
/** The page on a participant's phone: the same three ways at its top always, below them the way in or the room. */
import { button, h, inParts } from "../../../prompts/static/dom.js";
import { startLeaving } from "./away.js";
import { drawCalm } from "./calm.js";
import { given, words } from "./given.js";
import { drawHelping } from "./helping.js";
import { enterRoom } from "./in-room.js";
import { behindSign, codeInAddress, drawJoining, joinWith } from "./joining.js";
import { sayRehearsal } from "./rehearsal.js";

const root = document.documentElement, main = /** @type {HTMLElement} */ (document.getElementById("main")), part = (/** @type {string} */ id) => document.getElementById(id);

/** @param {any} view */
function head({ meeting, rehearsal }) {
  const place = part("meeting");
  if (place && place.textContent !== meeting) place.textContent = meeting;
  sayRehearsal(rehearsal);
}

/** @param {Parameters<typeof drawJoining>[1]} [before] @param {HTMLElement | null} [left] */
function join(before = {}, left = null) {
  head({ meeting: "", rehearsal: false });
  main.replaceChildren(drawJoining(enter, before), ...below(left));
}

/** A note that was not sent stays in view, whatever became of the line. @param {HTMLElement | null} left */
const below = (left) => (left ? [h("section", { class: "room-card" }, left)] : []);

function enter() {
  enterRoom(main, head, ({ reason, says }, left) => {
    if (reason === "not-in-the-room") return join({ why: says }, left);
    if (reason === "over" && !left) return location.reload();
    const again = reason === "removed" ? button(words["join-again"], () => join({}, left)) : button(words.reload, () => location.reload());
    main.replaceChildren(h("section", { class: "room-card room-end", role: "status" }, h("h1", { tabindex: -1 }, words["no-line"]), ...inParts(says), h("p", {}, again)), ...below(left));
    head({ meeting: "", rehearsal: false });
  });
}

async function begin() {
  startLeaving(part("leave"));
  part("help")?.addEventListener("click", drawHelping());
  part("pause")?.addEventListener("click", drawCalm());
  root.toggleAttribute("data-on", true);
  const code = codeInAddress(), problem = code ? await joinWith(code) : "";
  if (code ? !problem : given.inside) return enter();
  join({ typed: code, problem });
}

void begin();
addEventListener("hashchange", () => behindSign() && location.reload()); // another link to this page
