// @ts-check
/**
 * The words of a stage that came with the page: they are read until the stage's widgets are drawn, and then make place for them in one
 * stroke. The server sends those of the stage where the person was; an address that names another one does without, and shows nothing of
 * that stage's widgets either, which may be drawn before the kernel has opened the one that is wanted. The list of all exercises comes with
 * every page, in a template.
 */
import { addressed } from "./reaching.js";

const LONGEST = 800;

export class FirstReading {
  /** @type {HTMLElement | null} */
  #words;
  #page;
  #opening;

  /** @param {HTMLElement} page @param {HTMLElement} opening what is said while there is nothing to read */
  constructor(page, opening) {
    this.#page = page;
    this.#opening = opening;
    this.#words = document.getElementById("ns-first");
    const { stage } = addressed();
    if (stage && stage !== this.#words?.dataset.stage && !this.#take()) {
      document.documentElement.dataset.elsewhere = "";
      this.#leave();
    }
    opening.hidden = Boolean(this.#words);
    addEventListener("hashchange", () => this.#page.dataset.stage || this.#take());
  }

  /** Show the words that wait in the page for the address that is named now, if there are such. */
  #take() {
    const words = /** @type {HTMLTemplateElement | null} */ (this.#page.querySelector(":scope > template"))?.content.firstElementChild;
    if (!(words instanceof HTMLElement) || words.dataset.stage !== addressed().stage) return false;
    this.#leave();
    this.#words = /** @type {HTMLElement} */ (words.cloneNode(true));
    this.#opening.after(this.#words);
    this.#opening.hidden = true;
    delete document.documentElement.dataset.elsewhere;
    return true;
  }

  /** Whether it is this stage whose words are read. @param {string} stage */
  reads(stage) {
    return this.#words?.dataset.stage === stage;
  }

  /**
   * Wait for the stage's widgets: its heading, as many exercises and lists as there are places for them, and notes in one of these. The others are
   * drawn in turn, further down; whoever has read on already waits for all, and finds everything where it was.
   * @param {() => void} then
   */
  whenDrawn(then) {
    const places = this.#words?.querySelectorAll(".ns-coming, .ns-tasks").length ?? 0, late = Date.now() + LONGEST;
    const drawn = () => {
      if (!this.#page.querySelector(".ns-place h1")) return false;
      const come = [...this.#page.querySelectorAll(".ns-place :is([data-exercise], [data-tasks])")], noted = come.filter((one) => !one.hasAttribute("data-waiting"));
      return (come.length >= places && noted.length >= (scrollY ? places : Math.min(places, 1))) || Date.now() > late;
    };
    if (drawn()) return then();
    const look = () => {
      if (!drawn()) return;
      watch.disconnect();
      clearTimeout(wait);
      then();
    };
    const watch = new MutationObserver(look), wait = setTimeout(look, LONGEST + 1);
    watch.observe(this.#page, { childList: true, subtree: true, attributeFilter: ["data-waiting"] });
  }

  /** The widgets are there. */
  end() {
    this.#opening.hidden = true;
    delete document.documentElement.dataset.elsewhere;
    this.#leave();
  }

  #leave() {
    this.#words?.remove();
    this.#words = null;
  }
}
