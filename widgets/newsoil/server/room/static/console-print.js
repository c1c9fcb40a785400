// @ts-check
/** One part of the page on paper: the style sheet hides the others, and paper is light (`tokens.css`). */

/** @param {string} which a name that the style sheet knows */
export function printPart(which) {
  const root = document.documentElement;
  root.dataset.printing = which;
  addEventListener("afterprint", () => delete root.dataset.printing, { once: true });
  print();
}
