// @ts-check
/** Lengths that only the browser knows, for the style sheet. `app.css` holds what they are on most screens. */

/** Tell the style sheet a length where it differs: what changes for the root, every element of the page is looked at for. @param {string} name @param {number} px */
export function tellLength(name, px) {
  const root = document.documentElement, said = `${px}px`;
  if (getComputedStyle(root).getPropertyValue(name) !== said) root.style.setProperty(name, said);
}
