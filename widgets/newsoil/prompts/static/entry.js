// @ts-check
/** An entry as the page holds it: the person's newest words included. */
import { dayInWords, dayOf } from "./clock.js";
import { freshId } from "./dom.js";

/**
 * @typedef {{id: string, made_at: string, changed_at: string, for_date: string | null, status: string, skipped: string[], answers: Record<string, any>,
 *   links: Record<string, string>, tags: string[], earlier: {at: string, answers: Record<string, any>}[], deleted_at: string | null}} Entry
 */

const DAY = 86400000;

/** An entry that nobody has written yet. @returns {Entry} */
export const blank = (id = freshId()) => ({ id, made_at: "", changed_at: "", for_date: null, status: "draft", skipped: [], answers: {}, links: {}, tags: [], earlier: [], deleted_at: null });

/**
 * Whether a value is an answer: an empty list is none, and neither are parts of which none is answered.
 * @param {any} value @returns {boolean}
 */
export const answered = (value) => value !== null && value !== undefined && value !== "" && (typeof value !== "object" || Object.values(value).some(answered));

/** Whether something was to be written, and it was not put off. @param {Entry} entry */
export const isNote = (entry) => !["not-today", "rest"].includes(entry.status);

/** Whether it puts its exercise off now: it rests, or it is not for today. @param {Entry} entry */
export const isPutOff = (entry) => !entry.deleted_at && (entry.status === "rest" || (entry.status === "not-today" && dayOf(new Date(entry.made_at)) === dayOf()));

/** Whether anything is answered in an entry. @param {Entry} entry */
export const begun = (entry) => Boolean(entry.tags.length || entry.for_date) || [entry.answers, entry.links].some((held) => Object.values(held).some(answered));

/**
 * What an entry holds for a prompt: links, tags and the day that it is about have places of their own.
 * @param {Entry} entry @param {any} prompt
 */
export function valueOf(entry, prompt) {
  if (prompt.kind === "link") return entry.links[prompt.id] ?? null;
  if (prompt.id === "tags") return entry.tags.length ? entry.tags : null;
  return (prompt.id === "for-date" ? entry.for_date : entry.answers[prompt.id]) ?? null;
}

/** The prompts of an exercise that an entry answers. @param {Entry} entry @param {any} exercise @returns {any[]} */
export const answeredIn = (entry, exercise) => exercise.prompts.filter((/** @type {any} */ prompt) => answered(valueOf(entry, prompt)));

/** The day that an entry is about, in words. @param {Entry} entry @param {string} language */
export const dayIn = (entry, language) => dayInWords((entry.for_date ?? entry.made_at).slice(0, 10), language);

/**
 * Set what an entry holds for a prompt.
 * @param {Entry} entry @param {any} prompt @param {any} value
 */
export function setValue(entry, prompt, value) {
  if (prompt.kind === "link") entry.links = { ...entry.links, [prompt.id]: value };
  else if (prompt.id === "tags") entry.tags = value ?? [];
  else if (prompt.id === "for-date") entry.for_date = value;
  else entry.answers = { ...entry.answers, [prompt.id]: value };
}

/**
 * What the form opens with: the entry in progress, or a blank one; and whether it rests (`"done"`, `"not-today"`, `"rest"`) instead.
 * @param {any} exercise
 * @param {Entry[]} known newest first
 * @returns {{entry: Entry, resting: string}}
 */
export function choose(exercise, known) {
  const once = exercise.kind === "one-off", live = known.filter((entry) => !entry.deleted_at && isNote(entry)), put = known.find(isPutOff);
  const resting = put && live.every((entry) => Date.parse(entry.changed_at) < Date.parse(put.changed_at)) ? put.status : "";
  const draft = live.find((entry) => entry.status === "draft" && (once || Date.now() - Date.parse(entry.changed_at) < DAY));
  if (draft) return { entry: draft, resting };
  if (once && live[0]) return { entry: live[0], resting: "done" };
  return { entry: blank(once ? `${exercise.id}-1` : undefined), resting };
}
