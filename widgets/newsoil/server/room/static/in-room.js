// @ts-check
/** The room on a phone: its parts, what each is told, and a field that is never moved while somebody writes in it. */
import { h } from "../../../prompts/static/dom.js";
import { giveUpSeat } from "./away.js";
import { drawBlock } from "./block.js";
import { countedFrom } from "./counting.js";
import { drawEarlier } from "./earlier.js";
import { drawFollow } from "./follow.js";
import { kept } from "./kept.js";
import { openLine } from "./line.js";
import { drawPace } from "./pace.js";
import { drawPairs } from "./pairs.js";
import { drawPark } from "./park.js";
import { drawPulse } from "./pulse.js";
import { drawSound } from "./soft-sound.js";
import { drawStatus } from "./status.js";
import { drawTeller } from "./telling.js";
import { drawTime } from "./time-left.js";
import { drawWord } from "./word.js";

const A_SECOND = 1000;

/**
 * @param {HTMLElement} place
 * @param {(view: any) => void} heads is told what the header says of the meeting
 * @param {(refusal: import("./line.js").Refusal, left: HTMLElement | null) => void} over `left` is a note that was not sent, in its field
 */
export function enterRoom(place, heads, over) {
  /** @type {any} */
  let view = null, left = () => 0;
  /** What the room says of this phone. @type {any} */
  let own = { name: "", word: "" };
  /** @type {import("./line.js").Line} */
  let line;
  const { node: teller, tell } = drawTeller(), status = drawStatus(), sound = drawSound(), its = () => line;
  const follow = drawFollow(show), pairs = drawPairs(show), park = drawPark(its, show), word = drawWord(its), time = drawTime({ tell, ended: sound.play, more: sound.node });
  const moving = [follow, drawBlock(tell), time, pairs, drawPace(its), drawPulse(its), drawEarlier()], staying = [park, word];
  const stays = h("div", { class: "room-stays" }, ...staying.map(({ node }) => node));

  const stateOf = () => {
    const block = follow.block(view);
    return { view, own, block, left, isHere: block.id === view.block.id, alone: pairs.isAlone(block), unsent: park.unsent() };
  };
  function show() {
    if (!view) return;
    const state = stateOf(), held = stays.contains(document.activeElement) ? document.activeElement : null, before = held?.getBoundingClientRect().top ?? 0;
    for (const part of [...moving, ...staying]) part.show(state);
    if (held) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
  }

  /** The meeting is over: the seat is given up, so that this browser holds nothing of it but what is on its page. */
  function goHome() {
    line.close();
    clearInterval(seconds);
    status.node.hidden = true;
    kept.forget();
    giveUpSeat();
  }

  place.replaceChildren(h("div", { class: "room-card" }, ...moving.map(({ node }) => node), stays), status.node, teller);
  const seconds = setInterval(() => view && time.tick(stateOf()), A_SECOND);
  line = openLine("line/phone", {
    told(message) {
      if (message.kind === "yours") own = message;
      else {
        view = message;
        kept.joined(view.id);
        park.recall();
        if (view.time) left = countedFrom(view.time);
        heads(view);
        if (view.phase === "over") goHome();
      }
      if (own.name || message.kind === "room") show();
    },
    is(state) {
      if (state === "connected") word.afresh();
      status.is(state);
    },
    over(refusal) {
      clearInterval(seconds);
      over(refusal, park.left(refusal.reason));
    },
  });
}
