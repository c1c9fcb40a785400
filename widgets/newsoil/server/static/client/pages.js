// @ts-check
/**
 * The place of the stages. What was drawn of a stage stays drawn, out of the page, while another one is shown; and the stage that comes next is
 * drawn before anybody asks for it. So opening a stage is putting it into the page. When the notes are locked or others are there, all of
 * them are forgotten but the one that is shown: none may hold words that are not to be read.
 *
 * @typedef {import("./models.js").Model} Model
 * @typedef {import("./models.js").Models} Models
 * @typedef {{node: HTMLElement, views: AbortController, drawn: Promise<void>, past?: boolean}} Page `past`: others are there since it was drawn
 */
const STAGE = "ns-stage-";
/** The class that says which stage a page is; a page beside the stages has none. @param {HTMLElement} node */
const stageOf = (node) => [...node.classList].find((name) => name.startsWith(STAGE));
const OTHERS = "newsoil:anew";
/** When the pages that are out of sight are forgotten: the notes are being locked, were locked or opened, or others are there. */
const FORGETTING = ["newsoil:locking", "newsoil:door", OTHERS];

/**
 * @param {Model} model the box of the place: its only child is the page that is shown
 * @param {HTMLElement} el
 * @param {Models} models
 * @param {AbortSignal} signal
 * @param {(name: string, el: HTMLElement, models: Models, signal: AbortSignal) => Promise<void>} draw
 */
export function drawPages(model, el, models, signal, draw) {
  /** @type {Map<string, Page>} by the id of their model */
  const pages = new Map();
  /** The page that was shown before the kernel had heard of it. Until another one is opened, whatever else the kernel names is past. */
  let early = "";

  /** @param {string} id */
  function pageOf(id) {
    const known = pages.get(id);
    if (known) return known;
    const node = document.createElement("div"), views = new AbortController(), page = { node, views, drawn: draw(id, node, models, views.signal) };
    node.dataset.away = "";
    pages.set(id, page);
    return page;
  }
  /** @param {string} id */
  function forget(id) {
    const page = pages.get(id);
    if (page) notAhead(page.node);
    page?.views.abort();
    pages.delete(id);
  }
  /**
   * Draw the stage that comes next. The place says which one stands ready out of sight (`data-ahead`) once each of its exercises has its
   * notes: whoever opens it then waits for nobody.
   * @param {string} id
   */
  function drawAhead(id) {
    const { node, views } = pageOf(id), watch = new MutationObserver(look);
    function look() {
      if (!node.querySelector(".ns-form, .ns-rest") || node.querySelector("[data-waiting]")) return;
      watch.disconnect();
      if ("away" in node.dataset) el.dataset.ahead = stageOf(node)?.slice(STAGE.length);
    }
    watch.observe(node, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-waiting"] });
    views.signal.addEventListener("abort", () => watch.disconnect());
    look();
  }
  /** @param {HTMLElement} node that is shown now, or is forgotten */
  function notAhead(node) {
    if (el.dataset.ahead && node.classList.contains(STAGE + el.dataset.ahead)) delete el.dataset.ahead;
  }
  /** @param {(id: string, page: Page) => boolean} which */
  const forgetThose = (which) => [...pages].filter(([id, page]) => which(id, page)).forEach(([id]) => forget(id));
  /** Only stages are kept, and of a stage that was played anew, the newest page. What is shown stays, whoever asked for this tidying. */
  function tidy() {
    const shown = /** @type {HTMLElement | null} */ (el.firstElementChild), stage = shown && stageOf(shown);
    forgetThose((_, { node, past }) => node !== shown && (past || !stageOf(node) || stageOf(node) === stage));
  }
  function heed() {
    const [name] = model.get("children"), id = name?.replace(/^IPY_MODEL_/, "");
    if (!id) return el.replaceChildren();
    if (early && early !== id) return;
    show(pageOf(id));
  }
  /** A stage that was drawn before is there at once. @param {Event} event the page waits for the kernel unless this is prevented */
  function showEarly(event) {
    const stage = STAGE + /** @type {CustomEvent} */ (event).detail.stage, [id, page] = [...pages].find(([, one]) => !one.past && one.node.classList.contains(stage) && one.node.hasChildNodes()) ?? [];
    early = id ?? "";
    if (!page) return;
    event.preventDefault();
    show(page);
  }
  /** @param {Page} page */
  function show(page) {
    if (el.firstChild === page.node) return;
    const kept = page.node.hasChildNodes();
    if (el.firstChild instanceof HTMLElement) el.firstChild.dataset.away = "";
    delete page.node.dataset.away;
    notAhead(page.node);
    el.replaceChildren(page.node);
    page.drawn.then(tidy);
    if (kept) document.dispatchEvent(new Event("newsoil:back"));
  }

  model.on("change:children", heed, signal);
  document.addEventListener("newsoil:opening", showEarly, { signal });
  for (const event of FORGETTING) document.addEventListener(event, () => {
    forgetThose((_, page) => page.node !== el.firstChild);
    if (event !== OTHERS) return;
    early = ""; // the kernel has new pages for all of them
    for (const page of pages.values()) page.past = true;
  }, { signal });
  document.addEventListener("newsoil:ahead", (event) => drawAhead(/** @type {CustomEvent} */ (event).detail.page), { signal });
  signal.addEventListener("abort", () => (model.off(null, null, signal), forgetThose(() => true)));
  heed();
}
