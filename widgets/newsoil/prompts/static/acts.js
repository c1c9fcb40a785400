// @ts-check
/** What a person can do in an exercise. Each act changes the note on the screen at once, and leaves for the disk by the outbox. */
import { now } from "./clock.js";
import { answered, blank, setValue, valueOf } from "./entry.js";
import { outbox } from "./outbox.js";

/**
 * What an exercise knows while its page lives, whichever stage is on the screen. `entries`: all notes, the person's newest words included; `decided`:
 * what they come to; `shown`: the last word of the kernel; `current`: the note in the form; `resting`: `"done"`, `"not-today"` or `"rest"` in its place;
 * `anyway`: it was opened although it goes deep; `listed`: whether earlier notes stand open; `lastPrompt`: where the last edit was.
 * @typedef {{entries: Map<string, import("./entry.js").Entry>, decided: Map<string, any>, shown: any, most: number, current: import("./entry.js").Entry,
 *   resting: string, fresh: boolean, anyway: boolean, listed: boolean, lastPrompt: string}} Held
 */

/** @returns {Held} */
export const holdNothing = () => ({ entries: new Map(), decided: new Map(), shown: null, most: 0, current: blank(), resting: "", fresh: false, anyway: false, listed: false, lastPrompt: "" });

/**
 * @param {Held} it @param {any} exercise @param {(message: any) => void} send
 * @param {{draw: () => void, drawList: () => void, open: (wide: boolean) => void, body: HTMLElement, list: HTMLElement}} page
 */
export function makeActs(it, exercise, send, { draw, drawList, open, body, list }) {
  /** @param {import("./entry.js").Entry} entry @param {string} act @param {string} prompt @param {any} value @param {boolean} typing @param {any} [was] */
  function put(entry, act, prompt, value, typing, was) {
    const at = now();
    entry.made_at ||= at;
    entry.changed_at = at;
    it.entries.set(entry.id, entry);
    outbox.put({ exercise: exercise.id, entry: entry.id, made_at: entry.made_at, at, act, prompt, value, was }, send, typing);
  }
  const toFirstField = () => /** @type {HTMLElement | null} */ (body.querySelector("textarea, input"))?.focus();
  /** @param {string} how */
  function rest(how) {
    [it.resting, it.fresh] = [how, true];
    draw();
    /** @type {HTMLElement | null} */ (body.firstElementChild)?.focus();
  }
  return {
    /** @param {any} prompt @param {any} value @param {boolean} typing */
    answer(prompt, value, typing) {
      const was = valueOf(it.current, prompt), kept = answered(value) ? value : null;
      setValue(it.current, prompt, kept);
      if (it.current.status === "done") it.current.status = "draft";
      it.lastPrompt = prompt.id;
      put(it.current, "answer", prompt.id, kept, typing, was);
    },
    /** @param {any} prompt @param {boolean} skipped */
    skip(prompt, skipped) {
      it.current.skipped = skipped ? [...it.current.skipped, prompt.id] : it.current.skipped.filter((id) => id !== prompt.id);
      it.lastPrompt = prompt.id;
      put(it.current, "skip", prompt.id, skipped, false);
    },
    done() {
      put(it.current, "status", "", (it.current.status = "done"), false);
      it.listed = true; // what was just written stands there to be seen
      rest("done");
    },
    /** Nothing is written: not today, or for as long as the person likes. @param {string} how */
    putOff(how) {
      put({ ...blank(), status: how }, "status", "", how, false);
      rest(how);
    },
    /** Take up this note again, or a fresh one. @param {boolean} anew */
    again(anew) {
      if (anew) it.current = blank();
      it.resting = "";
      draw();
      toFirstField();
    },
    /** A hard exercise was opened although the hurt is new. */
    openAnyway() {
      it.anyway = true;
      this.again(false);
    },
    /** @param {import("./entry.js").Entry} entry */
    change(entry) {
      [it.current, it.resting] = [entry, ""];
      draw();
      open(true);
      toFirstField();
    },
    /** @param {import("./entry.js").Entry} entry @param {boolean} gone */
    remove(entry, gone) {
      entry.deleted_at = gone ? now() : null;
      put(entry, "delete", "", gone, false);
      drawList();
      /** @type {HTMLElement | null} */ (gone ? list.querySelector(`[data-undo="${entry.id}"]`) : list.querySelector(`[data-entry="${entry.id}"] summary`))?.focus();
    },
    list: (/** @type {boolean} */ open) => (it.listed = open),
    older: () => send({ kind: "more", most: (it.most += 50) }),
  };
}
