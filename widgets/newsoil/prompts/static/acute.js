// @ts-check
/**
 * Whether words suggest that somebody is in danger now: phrases of the guide, compared here. It keeps nothing and tells nobody; whoever
 * asks gets yes or no.
 *
 * @typedef {{phrases: string[], idioms: string[], same: Record<string, string>}} Acute
 */
const PIECES = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|[.!?;:]+|\n{2,}/gu, A_WORD = /[\p{L}\p{N}]/u;

/** @param {Acute} list @returns {(text: string) => boolean} */
export function acuteIn({ phrases, idioms, same }) {
  const counts = new Map(Object.entries(same));
  /** Words alone, in one spelling, with a stop between sentences. @param {string} text */
  const plain = (text) => {
    const pieces = text.normalize("NFKC").toLowerCase().replace(/[’‘ʼ`´]/g, "'").match(PIECES) ?? [];
    return ` ${pieces.map((piece) => A_WORD.test(piece) ? counts.get(piece) ?? piece : ".").filter(Boolean).join(" ")} `;
  };
  const wanted = phrases.map(plain), meant = idioms.map(plain);
  return (text) => {
    const said = meant.reduce((rest, idiom) => rest.replaceAll(idiom, " . "), plain(text));
    return wanted.some((phrase) => said.includes(phrase));
  };
}
