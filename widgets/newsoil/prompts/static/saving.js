// @ts-check
/** Where an exercise's words are: beside the last edit when they are on disk, and aloud when they are not. */
import { timeOf } from "./clock.js";
import { icon } from "./dom.js";
import { answeredIn } from "./entry.js";
import { outbox } from "./outbox.js";
import { saidIn } from "./review.js";

const QUIET = 10000;

/**
 * Everything of the note on the screen, and of those that are not on disk yet, as plain text.
 * @param {import("./acts.js").Held} it @param {import("./review.js").Setting} setting
 */
export function unsavedWords(it, setting) {
  const { exercise, text } = setting, all = new Set([it.current, ...outbox.of(exercise.id).map((item) => it.entries.get(item.edit.entry) ?? it.current)]);
  return [...all].flatMap((entry) => answeredIn(entry, exercise).map((prompt) => `${text(prompt.label)}\n${saidIn(entry, prompt, setting)}`)).join("\n\n");
}

/** Says that an edit is on disk: aloud at most every ten seconds. */
export function savedTeller() {
  let lastAnnounced = 0;
  /**
   * @param {any} edit @param {string | undefined} way @param {any} prompt where the last edit was, if the form has it @param {HTMLElement} body
   * @param {Record<string, string>} words
   */
  return (edit, way, prompt, body, words) => {
    const place = edit.act === "status" ? body.querySelector(".ns-rest .ns-status") : null, sentence = way ? words["kept-open"] : words.saved.replace("{time}", timeOf());
    const live = Date.now() - lastAnnounced > QUIET ? "polite" : "off";
    if (place) place.replaceChildren(icon("saved"), sentence);
    if (!prompt) return;
    prompt.node.querySelector('[role="status"]').setAttribute("aria-live", live);
    if (live === "polite") lastAnnounced = Date.now();
    prompt.say("saved", sentence);
  };
}
