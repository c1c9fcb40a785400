// @ts-check
/**
 * The sheet of one chart: heading, picture with a text alternative, one sentence, the numbers as a table. The picture comes by message, on hello
 * and after every save that concerns it; plotly's JavaScript is fetched when a chart first comes into view.
 */
import { headed, pieces, whole } from "./chart-words.js";
import { dayOf } from "./clock.js";
import { button, h, inParts, isAway, leadingToHelp } from "./dom.js";
import { fetchDrawing, runDrawing } from "./drawing.js";
import { isAfraid } from "./gate-said.js";
import { outbox } from "./outbox.js";

const CHART_AGAIN = 3000, SETTLED = 800, BRIEF = 14;
/** The size of letters in px that pictures are made for, the width that they are made for at least, and what they have in px. */
const USUAL = 16, NARROWEST = 288, GROWING = new Set(["size", "height", "l", "r", "t", "b", "xshift", "yshift"]);

/** Where plotly's JavaScript is when no server of ours has it: the kernel sends it. @param {any} model @returns {Promise<string>} */
function sentByKernel(model) {
  return new Promise((resolve) => {
    model.on("msg:custom", function take(/** @type {any} */ message, /** @type {DataView[]} */ buffers) {
      if (message.kind !== "plotly") return;
      model.off("msg:custom", take);
      resolve(URL.createObjectURL(new Blob([/** @type {any} */ (buffers[0])], { type: "text/javascript" })));
    });
    model.send({ kind: "plotly" });
  });
}

/**
 * A figure as it is to be here and now: names of colours such as `--ns-chart-a` become what they mean, and what is measured in px grows
 * with the words of the page.
 * @param {any} part @param {CSSStyleDeclaration} style @param {number} larger @param {string} [key]
 * @returns {any}
 */
function fitted(part, style, larger, key = "") {
  if (Array.isArray(part)) return part.map((one) => fitted(one, style, larger, key));
  if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, fitted(one, style, larger, name)]));
  if (typeof part === "number" && GROWING.has(key)) return part * larger;
  return typeof part === "string" && key.endsWith("color") && part.startsWith("--") ? style.getPropertyValue(part).trim() : part;
}

/** What is said below the picture, in paragraphs; where it names the page's way to help it leads there. @param {string} text */
function paragraphs(text) {
  const said = inParts(whole(text), "ns-say");
  for (const one of said) one.replaceChildren(...leadingToHelp(one.textContent ?? ""));
  return said;
}

/** How much larger than usual the words of the page are; a picture grows with them as far as it has room. @param {HTMLElement} picture */
const growth = (picture) => Math.max(1, Math.min(parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL, picture.clientWidth / NARROWEST));

/** @param {{caption: string, columns: string[], rows: string[][]}} numbers @param {string} summary @param {string} finding tells this table from those of other charts */
function table({ caption, columns, rows }, summary, finding) {
  return h("details", {}, h("summary", {}, summary), h("div", { class: "ns-wide", tabindex: 0, role: "region", "aria-label": `${summary}: ${finding}` },
    h("table", { class: "ns-numbers" }, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows.map(([name, ...cells]) => h("tr", {}, h("th", { scope: "row", class: name.length < BRIEF && "ns-brief" }, name), ...cells.map((cell) => h("td", {}, cell))))))));
}

/**
 * @param {{model: any, name: string, exercises: string[], words: Record<string, string>, signal: AbortSignal}} chart
 * @returns {{figure: HTMLElement, hear: (message: any) => void}} the sheet, and what hears messages that are for it
 */
export function chartSheet({ model, name, exercises, words, signal }) {
  const figure = h("figure", { class: "ns-sheet ns-chart", "data-chart": name });
  const config = { staticPlot: true, responsive: true, displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "" };
  /** @type {any} */
  let shown = null;
  /** @type {any} */
  let picture = null;
  let timer = 0, inView = false;
  /** Whether the person asked to see what is besides. It is asked for anew on every visit. */
  let also = false;
  /** How wide the picture was when it was drawn: a page may have become wider or narrower while its stage was out of sight. */
  let wide = 0;

  /** @param {any} next */
  function show(next) {
    if (JSON.stringify(next) === JSON.stringify(shown)) return; // it is on the screen already
    [shown, wide] = [next, 0];
    picture = shown.figure && h("div", { class: "ns-picture", role: "img", "aria-label": shown.alternative });
    const open = figure.querySelector("details")?.open, more = shown.also && !isAfraid() && button(shown.also, () => (also = true, ask(), figure.querySelector("h3")?.focus()), "ns-text-btn");
    figure.replaceChildren(...[h("h3", { tabindex: -1 }, ...pieces(headed(shown.finding)).map((part, at) => at % 2 ? h("span", { class: "ns-one-piece" }, part) : part)), shown.subtitle && h("p", { class: "ns-meta" }, whole(shown.subtitle)), picture,
      ...paragraphs(shown.sentence), shown.note && h("p", { class: "ns-say ns-meta" }, whole(shown.note)), more,
      shown.table.rows.length ? table(shown.table, words.table, shown.finding) : null].filter(Boolean));
    if (open) figure.querySelector("details").open = true;
    figure.dataset.state = shown.state;
    if (picture) {
      picture.style.minHeight = `${shown.figure.layout.height * growth(picture)}px`;
      if (!isAway(figure)) fetchDrawing(); // a stage that was drawn ahead may never be opened
    }
    draw();
  }
  async function draw() {
    if (!picture || !inView || isAway(figure)) return; // it has no size while its stage is out of the page; it is drawn when that comes back
    const into = picture, Plotly = await runDrawing(() => sentByKernel(model)).catch(() => null), style = getComputedStyle(figure);
    if (!Plotly || into !== picture || isAway(figure)) return; // the sentence and the table say the same
    const { data, layout } = fitted(shown.figure, style, growth(into));
    into.style.minHeight = `${layout.height}px`;
    if (wide && wide !== into.clientWidth) Plotly.purge(into);
    await Plotly.react(into, data, { ...layout, font: { ...layout.font, family: style.fontFamily } }, config);
    wide = into.clientWidth;
    into.dataset.drawn = "";
  }
  const ask = () => model.send({ kind: "hello", name, today: dayOf(), also });
  /** Ask for the picture until it comes, but not before what was typed is on disk. */
  function hello() {
    if (shown || signal.aborted) return;
    if (!outbox.pending.size) ask();
    setTimeout(hello, CHART_AGAIN);
  }
  /** @param {any} event */
  function saved({ detail: { edit } }) {
    if (!exercises.includes(edit.exercise)) return;
    clearTimeout(timer);
    timer = window.setTimeout(ask, SETTLED);
  }
  /** While the notes are locked there is nothing to draw; an empty chart would say that there are no notes. */
  function shut() {
    [shown, picture, also] = [{}, null, false];
    figure.replaceChildren(h("p", { class: "ns-say" }, words.sealed));
    figure.dataset.state = "locked";
  }

  outbox.addEventListener("saved", saved, { signal });
  document.addEventListener("newsoil:back", () => {
    if (isAway(figure) || !shown) return;
    if (picture) fetchDrawing();
    draw();
    ask();
  }, { signal });
  document.addEventListener("newsoil:gate", () => {
    if (!isAfraid() || !shown) return;
    also = false;
    ask();
    for (const more of figure.querySelectorAll(":scope > button")) more.remove();
  }, { signal });
  document.addEventListener("newsoil:door", () => {
    shut();
    shown = null;
    hello();
  }, { signal });
  for (const [target, event] of /** @type {[EventTarget, string][]} */ ([[document, "newsoil:looks"], [matchMedia("(prefers-color-scheme: dark)"), "change"], [window, "beforeprint"], [window, "afterprint"]])) target.addEventListener(event, draw, { signal });
  const watch = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && !inView) {
      inView = true;
      draw();
    }
  }, { rootMargin: "300px" });
  watch.observe(figure);
  signal.addEventListener("abort", () => (watch.disconnect(), clearTimeout(timer)));
  hello();
  return { figure, hear: (message) => message.kind === "show" ? show(message.picture) : message.kind === "locked" && shut() };
}
