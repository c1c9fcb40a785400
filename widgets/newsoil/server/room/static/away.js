// @ts-check
/** Leaving quickly: at once nothing can be seen, the room is told that the seat is free, and the browser is somewhere else. */
import { thrice } from "../../../prompts/static/thrice.js";
import { given } from "./given.js";
import { kept } from "./kept.js";

const GONE = "room-left";

/** Give the seat back, in a way that outlives the page. The room then closes the line by itself. */
export const giveUpSeat = () => navigator.sendBeacon("leave", new Blob(["{}"], { type: "application/json" }));

export function leaveQuickly() {
  const root = document.documentElement;
  if (root.classList.contains(GONE)) return;
  root.classList.add(GONE);
  document.title = "";
  kept.forget();
  giveUpSeat();
  location.replace(given.exit);
}

/** @param {HTMLElement | null} act */
export function startLeaving(act) {
  act?.addEventListener("click", leaveQuickly);
  thrice(leaveQuickly);
}
