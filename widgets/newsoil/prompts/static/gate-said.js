// @ts-check
/**
 * What was said at the safety gate, and which answers on this page speak of danger: one for the page, however many widgets hold a copy of this module.
 * It is in memory alone and ends with the page; notes hold an answer at the gate only where the person ticks "keep" (`gate.js`).
 *
 * @typedef {{where: string, made: string, read: boolean}} Danger the exercise whose answers speak of it, and which they are; `read`: they were read from the notes, and nobody gave them on this page
 * @typedef {{items: string[], said: string, kept: boolean, entry: string, made: string, own: boolean, dangers: Map<string, Danger>, seen: Map<string, string>}} Said
 * `own`: it was said on this page, and no older note speaks against it; `dangers` are by entry; `seen` are the answers of entries that the person sees differently
 */

/** @type {Said} */
export const gateSaid = ((/** @type {any} */ (globalThis)).newsoil ??= {}).gate ??= { items: [], said: "", kept: false, entry: "", made: "", own: false, dangers: new Map(), seen: new Map() };

/** Whether something of the gate was said to be so, or answers speak of danger. */
export const isAfraid = () => gateSaid.items.length > 0 || gateSaid.dangers.size > 0;

/** Tell the page: what is for two comes or goes, in all exercises. */
export function spreadGate() {
  document.documentElement.toggleAttribute("data-afraid", isAfraid());
  document.dispatchEvent(new CustomEvent("newsoil:gate", { detail: { afraid: isAfraid() } }));
}

/**
 * Answers speak of danger, or do so no more. They count as a yes for the whole page until they change, the person sees it differently, or the page
 * closes: whoever notes that they are afraid is not asked for a talk in the next exercise.
 * @param {string} entry @param {string} where the exercise's title @param {string} made the answers that speak of it; empty where none does @param {boolean} read
 */
export function heedDanger(entry, where, made, read) {
  const { dangers, seen } = gateSaid, known = dangers.get(entry);
  if (!made) seen.delete(entry);
  if (made ? seen.get(entry) === made : !known) return;
  if (made) dangers.set(entry, { where, made, read: read && (known?.read ?? true) });
  else dangers.delete(entry);
  if (Boolean(known) !== Boolean(made)) spreadGate();
}

/** The person sees it differently: none of these answers counts any more, unless it becomes another one or is given anew. */
export function seeDifferently() {
  for (const [entry, { made }] of gateSaid.dangers) gateSaid.seen.set(entry, made);
  gateSaid.dangers.clear();
  spreadGate();
}

/**
 * What was kept on an earlier visit, unless something was said on this page.
 * @param {any} entry @param {string} prompt
 */
export function rememberGate(entry, prompt) {
  if (gateSaid.said || gateSaid.own || !entry?.answers[prompt]?.length) return;
  Object.assign(gateSaid, { items: entry.answers[prompt], said: "items", kept: true, entry: entry.id, made: entry.made_at });
  spreadGate();
}

/** The notes were locked: what had been kept, and what was read in them, is not known any more. */
export function forgetGate() {
  if (gateSaid.kept) Object.assign(gateSaid, { items: [], said: "", kept: false, entry: "", made: "", own: false });
  for (const [entry, { read }] of gateSaid.dangers) if (read) gateSaid.dangers.delete(entry);
  document.documentElement.toggleAttribute("data-afraid", isAfraid());
}
