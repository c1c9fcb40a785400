// @ts-check
/** What the server gave this page: its words, and what it has to know before its line is open. */

/** @type {any} */
export const given = JSON.parse(document.getElementById("given")?.textContent ?? "{}");

/** @type {Record<string, string>} */
export const words = given.words ?? {};
