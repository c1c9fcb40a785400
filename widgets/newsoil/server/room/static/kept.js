// @ts-check
/**
 * What a phone keeps while this tab is open: a note that was not sent yet, and where somebody stays. A phone loads its pages again by itself
 * whenever it needs its memory. Nothing of this outlives the tab or leaving quickly, and no other meeting is shown it.
 */
const PREFIX = "newsoil-room-";

export const kept = {
  /** @param {string} name @returns {any} */
  get(name) {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
    } catch {
      return null; // a browser that keeps nothing, or words of another version
    }
  },
  /** @param {string} name @param {any} value `null` forgets it */
  set(name, value) {
    try {
      if (value === null) sessionStorage.removeItem(PREFIX + name);
      else sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      return; // the same: then it is on the page alone
    }
  },
  /** This tab is in a meeting; what is of another is forgotten. @param {string} id */
  joined(id) {
    if (kept.get("meeting") === id) return;
    kept.forget();
    kept.set("meeting", id);
  },
  forget() {
    for (const name of ["note", "stays", "meeting"]) kept.set(name, null);
  },
};

/** A text of whole signs: half of one, which a keyboard can leave behind, is in no JSON that a room reads. @param {string} text */
export const whole = (text) => text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/gu, "\ufffd"); // with `u`, two halves that belong together are one
