// @ts-check
/** What stands where the form was, once it is done for now, put off for today, or left to rest. */
import { dayInWords, dayOf } from "./clock.js";
import { button, h, say } from "./dom.js";
import { dayIn } from "./entry.js";
import { guidance } from "./guidance.js";
import { review } from "./review.js";

/**
 * @param {string} how `"done"`, `"not-today"` or `"rest"`
 * @param {boolean} fresh whether it came to this a moment ago, rather than on an earlier visit
 * @param {import("./entry.js").Entry} entry
 * @param {import("./review.js").Setting} setting
 * @param {(fresh: boolean) => void} again take up this entry, or a fresh one
 * @returns {any[]}
 */
export function drawRest(how, fresh, entry, setting, again) {
  const { exercise, words, language } = setting, done = how === "done", once = exercise.kind === "one-off", { danger, said, way } = guidance(setting);
  /** @param {string} name @param {boolean} anew */
  const act = (name, anew) => button(words[name], () => again(anew));
  const thanks = fresh || !done
    ? [h("p", { class: "ns-lead" }, words[done ? "thank-you" : `${how}-fine`]), done && exercise.settle && h("p", {}, exercise.settle), h("p", { class: "ns-status", role: "status" })]
    : [h("p", { class: "ns-meta" }, say(words["note-of"], { day: dayIn(entry, language) }))];
  const after = (done && fresh) || danger ? [...said, way || ""] : [], kept = done && once ? kindly(entry, setting) : [];
  return [
    h("div", { class: "ns-rest", tabindex: -1 }, ...thanks, ...(fresh ? after : [])),
    ...kept, ...(fresh ? [] : after),
    h("div", { class: "ns-acts" }, ...(!done ? [act("open-again", false)] : once ? [act("change", false), act("new-version", true)] : [act("write-another", true)])),
  ];
}

/**
 * An entry to read again. A letter to oneself stays folded: on its day the page says that it is the day, and no more.
 * @param {import("./entry.js").Entry} entry @param {import("./review.js").Setting} setting
 */
function kindly(entry, setting) {
  const { exercise, words, language } = setting, day = exercise.opens && entry.answers[exercise.opens], read = review(entry, setting);
  if (!exercise.opens) return [read];
  const said = !day ? "" : day <= dayOf() ? words["opens-now"] : say(words["opens-on"], { day: dayInWords(day, language) });
  return [said ? h("p", { class: "ns-opens" }, said) : "", h("details", {}, h("summary", {}, words["opens-read"]), read)];
}
