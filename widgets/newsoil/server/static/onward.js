// @ts-check
/** What stands after a stage: the next one, all of them, or enough for today. */

/**
 * @param {HTMLElement} stages the list of stages
 * @param {Record<string, string>} words
 * @param {() => void} unfold opens the list, where it is folded
 * @returns {(stage: HTMLElement | null) => void} shows it after the stage that a link of the list leads to
 */
export function startOnward(stages, words, unfold) {
  const onward = /** @type {HTMLElement} */ (document.getElementById("ns-onward")), [next, all] = ["ns-next", "ns-all"].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
  all.addEventListener("click", () => {
    unfold();
    stages.scrollIntoView();
    /** @type {HTMLElement | null} */ (stages.querySelector("[aria-current]") ?? stages.querySelector("a"))?.focus();
  });
  return (stage) => {
    const follows = stage?.closest("li")?.nextElementSibling?.querySelector("a");
    onward.hidden = !stage;
    next.hidden = !follows;
    onward.setAttribute("aria-labelledby", follows ? next.id : all.id);
    if (!follows) return;
    next.setAttribute("href", follows.getAttribute("href") ?? "");
    next.textContent = words.next.replace("{title}", follows.firstChild?.textContent ?? "");
  };
}
