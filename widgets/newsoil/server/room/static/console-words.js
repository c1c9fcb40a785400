// @ts-check
/** The words of the console, and days and times in words. */
import { say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

/** What the page would be given now: with another code, the picture of the address is another. */
export async function givenNow() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return JSON.parse(page.getElementById("given")?.textContent ?? "{}");
}

/** The words of a key, with its places filled. @param {string} key @param {Record<string, string | number>} [values] */
export const said = (key, values = {}) => say(words[key] ?? key, values);

/** One, or many, of something. @param {number} n @param {string} one @param {string} many @param {Record<string, string | number>} [values] */
export const counted = (n, one, many, values = {}) => said(n === 1 ? one : many, { n, ...values });

/** A day as people say it. @param {string} iso */
export function dayInWords(iso) {
  const how = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" }), [year, month, day] = iso.split("-").map(Number);
  return new Intl.DateTimeFormat(document.documentElement.lang.replace(/^(en)?$/, "en-GB"), how).format(new Date(year, month - 1, day));
}

/** The day that it is here, as it is written in files. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** A time of the laptop's clock. @param {number} seconds since 1970 @param {number} offset seconds by which the laptop's clock is ahead of UTC */
export const onTheClock = (seconds, offset) => new Date((seconds + offset) * 1000).toISOString().slice(11, 16);
