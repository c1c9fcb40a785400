// @ts-check
/** Where somebody is on a page: beside which heading, and how far that is from the top. The place is found again when all around it was drawn anew. */

const seenHeadings = () => [...document.querySelectorAll(":is(main, footer) :is(h1, h2, h3)")].filter((one) => one.checkVisibility());
/** @param {Element} heading */
const calledThe = (heading) => `${heading.tagName} ${heading.textContent?.trim()}`;

/** Keep the place, and get the way back to it. @returns {() => void} */
export function keepPlace() {
  const all = seenHeadings(), top = scrollY, above = all.filter((one) => one.getBoundingClientRect().bottom <= 0), below = all[above.length];
  const near = below?.getBoundingClientRect().top < innerHeight ? below : above.pop();
  if (!near || !top) return () => scrollTo(0, top);
  const name = calledThe(near), before = all.slice(0, all.indexOf(near)).filter((one) => calledThe(one) === name).length, offset = near.getBoundingClientRect().top;
  return () => {
    const again = seenHeadings().filter((one) => calledThe(one) === name)[before];
    if (again) scrollBy(0, again.getBoundingClientRect().top - offset);
    else scrollTo(0, top);
  };
}
