// @ts-check
/**
 * Where help is, in a notebook: the panel of the app's pages, opened by one button. Everything it says is in the page already, so it is there
 * with the kernel gone, with the notes locked and without the internet. Which country's lines are seen is the person's own choice.
 *
 * @typedef {{name: string, call: string, tel: string, write: string, sms: string, "write-before": string, chat: string, address: string, more: string, unchecked: boolean, kind?: string}} Line
 * @typedef {{code: string, name: string, language: string, urgent: Line[], others: Line[], unchecked: boolean}} Country
 * @typedef {{id: string, title: string, holds: {says?: string, draws?: string}[]}} Part
 * @typedef {{title: string, lines: {words: Record<string, string>, parts: Part[], countries: Country[], lists: Line[]}, country: string}} Help
 */
import { button, freshId, h } from "./dom.js";

const SITE = "https://";

const NOTEBOOK = ".jp-NotebookPanel";

/** @param {string} href @param {string} text */
const way = (href, text) => h("a", { class: "ns-call-number", href, rel: "noreferrer", target: href.startsWith(SITE) ? "_blank" : null }, text);

/** @param {Line} line @param {string} language @param {Record<string, string>} words */
export function drawCall(line, language, words) {
  return h("li", {},
    line.kind && h("span", { class: "ns-call-kind" }, line.kind),
    h("span", { class: "ns-call-name", lang: language }, line.name),
    line.call && way(`tel:${line.tel}`, line.call),
    ...(line.write ? [`${line["write-before"]} `, way(`sms:${line.sms}`, line.write)] : []),
    ...(line.chat ? [`${words.chat} `, way(SITE + line.chat, line.chat)] : []),
    line.address && way(SITE + line.address, line.address),
    h("span", { class: "ns-call-more" }, `${line.more} `, line.unchecked && h("em", {}, words.unchecked)));
}

/**
 * The parts of the panel, in their order.
 * @param {Help["lines"]} lines
 * @param {string} country
 * @param {(country: string) => void} choose is told whose lines the person wants to see
 * @returns {HTMLElement[]}
 */
export function drawParts(lines, country, choose) {
  const { countries, lists, parts, words } = lines, urgent = h("div", {}), others = h("div", {}), id = freshId();
  const select = h("select", { id: `${id}-country`, "aria-describedby": `${id}-note`, autocomplete: "off" },
    ...countries.map(({ code, name, language }, at) => h("option", { value: code, lang: at ? language : null }, at ? name : words.international)));
  const calls = (/** @type {Line[]} */ some, /** @type {string} */ language) => h("ul", { class: "ns-calls" }, ...some.map((line) => drawCall(line, language, words)));
  function draw() {
    const at = Math.max(0, countries.findIndex(({ code }) => code === select.value)), chosen = countries[at];
    urgent.replaceChildren(
      ...(at ? [h("p", { class: "ns-call-where", lang: chosen.language }, chosen.name)] : []),
      calls(chosen.urgent, chosen.language),
      ...(chosen.unchecked ? [h("p", { class: "ns-call-more" }, words["unchecked-all"])] : []));
    others.replaceChildren(...(chosen.others.length ? [calls(chosen.others, chosen.language)] : []));
  }
  select.value = countries.some(({ code }) => code === country) ? country : countries[0].code;
  select.addEventListener("change", () => {
    draw();
    choose(select.value);
  });
  draw();
  /** What a part can have drawn in it. @type {Record<string, Node>} */
  const drawn = {
    choice: h("div", { class: "ns-country" }, h("label", { for: select.id }, words.country), select, h("p", { id: `${id}-note` }, words["country-note"])),
    urgent, others, lists: calls(lists, "en"),
  };
  return parts.map((part) => h("section", { class: `ns-part-${part.id}` }, h("h3", {}, part.title), ...part.holds.map(({ says, draws }) => says ? h("p", {}, says) : drawn[draws ?? ""])));
}

/**
 * @param {Help} help
 * @param {(country: string) => void} choose
 * @returns {{button: HTMLButtonElement, node: HTMLElement}}
 */
export function drawHelp({ title, lines, country }, choose) {
  const sections = drawParts(lines, country, choose);
  const heading = h("h2", { tabindex: -1 }, title), node = h("section", { class: "ns-sheet ns-help", hidden: true, "aria-label": title }, heading, ...sections);
  /** @param {boolean} open */
  function show(open) {
    node.hidden = !open;
    act.setAttribute("aria-expanded", String(open));
    if (open) heading.focus();
  }
  const act = button(title, () => show(node.hidden), "ns-btn ns-btn-help", { "aria-expanded": "false" });
  // A notebook has no end of a page to lead to: what names the way to help opens it, in the notebook that it stands in.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-jump="support"]');
    if (!link || link.closest(NOTEBOOK) !== node.closest(NOTEBOOK) || !node.isConnected) return;
    event.preventDefault();
    show(true);
  });
  return { button: act, node };
}
