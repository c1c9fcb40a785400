// @ts-check
/** Time that runs down in the page: the room says how much is left, and each page counts by its own even clock. */

/**
 * Seconds that are left now, below zero when the time is over.
 * @param {{ left: number, runs: boolean }} time as the room said it
 * @param {number} since `performance.now()` when it did
 */
export const leftNow = (time, since) => time.left - (time.runs ? (performance.now() - since) / 1000 : 0);
