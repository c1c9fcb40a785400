// @ts-check
/** Every page of a rehearsal says that it is one, in a line and across the page. */
import { words } from "./given.js";

/** @param {boolean} is */
export function sayRehearsal(is) {
  const line = document.getElementById("rehearsal"), { dataset } = document.documentElement;
  if (line) line.hidden = !is;
  if (is) dataset.rehearsal = words.watermark;
  else delete dataset.rehearsal;
}
