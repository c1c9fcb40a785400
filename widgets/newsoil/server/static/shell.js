// @ts-check
/** The page around the workbook: list of stages, opening and leaving, settings. It works without a kernel. */
import { offerHelp } from "../../prompts/static/offer.js";
import { sayRounds } from "../../prompts/static/rounds.js";
import { endWithPage } from "./leaving.js";
import { FirstReading } from "./first-reading.js";
import { startJumping } from "./jumping.js";
import { tellLength } from "./lengths.js";
import { watchLine } from "./line.js";
import { startLeavingQuickly } from "./leaving-quickly.js";
import { startLooks } from "./looks.js";
import { startOnward } from "./onward.js";
import { keepPlace } from "./place.js";
import { startSealFirst } from "./seal-first.js";
import { startReaching } from "./reaching.js";
import { startVisit } from "./visit.js";
import { startWays } from "./ways.js";

export function startShell() {
  const words = JSON.parse(document.getElementById("newsoil-words")?.textContent ?? "{}");
  startLeavingQuickly(words.exits); // before anything else
  const root = document.documentElement, page = /** @type {HTMLElement} */ (document.getElementById("page"));
  const opening = /** @type {HTMLElement} */ (document.getElementById("ns-opening"));
  const stages = /** @type {HTMLElement} */ (document.getElementById("ns-stages"));
  const reading = new FirstReading(page, opening);
  const button = /** @type {HTMLElement} */ (document.querySelector(".ns-stages-btn"));
  /** The link to a stage, or to a page beside the stages. @param {string} name */
  const link = (name) => /** @type {HTMLElement | null} */ (stages.querySelector(`:is([data-stage="${CSS.escape(name)}"], [data-beside="${CSS.escape(name)}"])`));
  const onward = startOnward(stages, words.shell, () => unfold(true));
  let first = true;
  /** @type {(() => void) | null} the way back to where somebody was when the page went on with another kernel */
  let back = null;

  function name() {
    const stage = stages.querySelector("[aria-current]")?.firstChild?.textContent ?? "";
    document.title = root.dataset.title === "discreet" ? words.shell.discreet : [stage, words.shell.name].filter(Boolean).join(" · ");
  }
  /** @param {string} stage */
  function mark(stage) {
    for (const one of stages.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    link(stage)?.setAttribute("aria-current", "page");
    name();
  }
  /** @param {boolean} wide */
  function unfold(wide) {
    stages.classList.toggle("ns-open", wide);
    button.setAttribute("aria-expanded", String(wide));
  }
  function toTop() {
    const heading = /** @type {HTMLElement} */ (page.querySelector(".ns-place h1"));
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  const reaching = startReaching(page, () => (unfold(false), toTop()));
  /** @param {string} event @param {(detail: any) => void} then */
  const on = (event, then) => document.addEventListener(`newsoil:${event}`, (heard) => then(/** @type {CustomEvent} */ (heard).detail));

  /** Whether somebody asked for help while a stage was on its way. */
  let helped = false;
  on("helped", () => (helped = true));
  on("opening", ({ stage }) => {
    mark(stage);
    unfold(false);
    helped &&= first;
  });
  on("opened", ({ stage }) => reading.whenDrawn(() => {
    // What was read goes on where it was, and whoever has asked for help meanwhile stays there.
    const reads = first && scrollY && reading.reads(stage), otherwise = back ?? (helped || (first && (reads || !scrollY)) ? keepPlace() : toTop);
    const goal = back || helped || (reads && reaching.moved()) ? null : reaching.goal(stage);
    back = null;
    helped = false;
    mark(stage);
    reading.end();
    page.dataset.stage = stage;
    onward(link(stage));
    if (goal) reaching.go(goal, otherwise);
    else otherwise();
    first = false;
  }));
  on("renewing", () => {
    [first, back] = [true, keepPlace()];
    delete page.dataset.stage;
  });
  on("unopened", ({ sentence }) => {
    opening.hidden = false;
    opening.textContent = sentence;
  });
  on("statuses", (statuses) => {
    for (const one of stages.querySelectorAll("[data-stage]")) /** @type {HTMLElement} */ (one.querySelector(".ns-st")).textContent = statuses[/** @type {HTMLElement} */ (one).dataset.stage ?? ""] ?? "";
  });
  button.addEventListener("click", () => unfold(button.getAttribute("aria-expanded") !== "true"));
  const header = /** @type {HTMLElement} */ (document.querySelector(".ns-top"));
  new ResizeObserver(() => tellLength("--ns-stuck", header.offsetHeight + parseFloat(getComputedStyle(header).top))).observe(header);
  document.querySelector("[data-seal]")?.addEventListener("click", () => document.dispatchEvent(new Event("newsoil:seal")));
  startJumping();
  startLooks();
  document.addEventListener("newsoil:looks", name);
  watchLine(words.shell);
  startWays(words.keeping, startVisit(words.keeping, words.bringing), startSealFirst(words.keeping));
  endWithPage();
  offerHelp(JSON.parse(document.getElementById("newsoil-acute")?.textContent ?? "{}"), words.shell.help, () => root.dataset.acute !== "off");
  sayRounds(words.rounds, () => root.dataset.rounds !== "off");
}
