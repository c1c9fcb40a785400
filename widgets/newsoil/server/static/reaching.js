// @ts-check
/**
 * The way to one exercise, and back. `#/signs-in-me/four-signs` names a stage and one of its exercises. A row of the list of all exercises leaves
 * a mark in the history, so that whoever goes back comes to that row.
 *
 * @typedef {{find: () => HTMLElement | null, arrive: (place: HTMLElement) => void}} Goal
 */
const REACHED_WITHIN = 1500;
/** What still changes the height of a page, and is there soon. */
const STILL_COMING = ".ns-place :is([data-exercise], [data-tasks])[data-waiting], .ns-place [data-chart]:not([data-state])";

/** What the address names. */
export function addressed() {
  const [, stage = "", exercise = ""] = decodeURIComponent(location.hash).match(/^#\/([\w-]+)(?:\/([\w-]+))?/) ?? [];
  return { stage, exercise };
}

/**
 * @param {HTMLElement} page
 * @param {() => void} toTop what the address leads to when it names the stage alone that stands there already
 */
export function startReaching(page, toTop) {
  let turn = 0, moved = false;

  /** Where the address leads within a stage. @param {string} opened @returns {Goal | null} */
  function goal(opened) {
    const { stage, exercise } = addressed(), row = history.state?.row;
    if (stage !== opened) return null;
    if (exercise) return { find: () => page.querySelector(`.ns-place [data-exercise="${CSS.escape(exercise)}"]`), arrive: toExercise };
    return row ? { find: () => page.querySelector(`.ns-place .ns-tasks a[href="${CSS.escape(row)}"]`), arrive: toRow } : null;
  }
  /** Go there once it is drawn, and what stands above it too. @param {Goal} goal @param {() => void} otherwise */
  function go({ find, arrive }, otherwise) {
    const mine = ++turn, late = Date.now() + REACHED_WITHIN;
    const look = () => {
      if (mine !== turn) return stop();
      const place = find(), over = Date.now() > late;
      if (!over && (!place || page.querySelector(STILL_COMING))) return;
      stop();
      place ? arrive(place) : otherwise();
    };
    const watch = new MutationObserver(look), wait = setTimeout(look, REACHED_WITHIN + 1);
    function stop() {
      watch.disconnect();
      clearTimeout(wait);
    }
    watch.observe(page, { childList: true, subtree: true, attributeFilter: ["data-waiting", "data-state"] });
    scrollTo(0, 0);
    look();
  }

  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(event, () => (moved = true), { once: true, passive: true });
  document.addEventListener("click", ({ target }) => {
    const row = target instanceof Element && target.closest(".ns-tasks a");
    if (row) history.replaceState({ ...history.state, row: row.getAttribute("href") }, "");
  });
  addEventListener("hashchange", () => {
    const { stage, exercise } = addressed();
    turn++; // somebody goes elsewhere meanwhile
    if (!stage || stage !== page.dataset.stage) return;
    const there = goal(stage);
    if (exercise && there) go(there, toTop);
    else toTop();
  });
  return { goal, go, /** Whether somebody has done anything on the page yet; a browser that loads it again scrolls by itself. */ moved: () => moved };
}

/** @param {HTMLElement} sheet */
function toExercise(sheet) {
  /** @type {HTMLElement | null} */ (sheet.querySelector('header .ns-opener[aria-expanded="false"]'))?.click();
  const heading = /** @type {HTMLElement} */ (sheet.querySelector("h2"));
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  sheet.scrollIntoView();
}
/** @param {HTMLElement} row */
function toRow(row) {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}
