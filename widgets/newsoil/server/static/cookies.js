// @ts-check
/**
 * Cookies of this journal. Browsers give them to every port of a computer, so their names tell whose they are (`cookies.py`); and to no address
 * that is not below the app's own, where one host has the apps of many.
 */

/** @param {string} name */
const ownName = (name) => `${name}_${document.documentElement.dataset.mark}`;

/**
 * Keep something for a while. Pages that are opened by a link from elsewhere get it too, as they get the cookie that lets somebody in: the page
 * that New Soil opens the browser with is such a place (`opening.py`), and going back asks once more as it was asked then.
 * @param {string} name @param {string} value @param {number} seconds
 */
export function keepCookie(name, value, seconds) {
  document.cookie = `${ownName(name)}=${value}; path=${document.documentElement.dataset.base ?? "/"}; max-age=${seconds}; samesite=lax`;
}

/** @param {string} name @param {string} value */
export const hasCookie = (name, value) => document.cookie.split("; ").includes(`${ownName(name)}=${value}`);
