// @ts-check
/** What this trust rests on: the person's own bricks by part, each with its day and its note. A line can be left out before the page is shown alone. */
import { dayInWords } from "./clock.js";
import { button, h, say } from "./dom.js";
import { isAfraid } from "./gate-said.js";
import { showCard } from "./look-back-note.js";

/** @param {import("./look-back.js").Back} back @param {{afraid: boolean}} there whether an answer at the gate was kept, of which a notebook has not heard yet */
export function drawBricks(back, there) {
  const { words, language } = back, waits = there.afraid || isAfraid(), title = h("h2", { id: "ns-bricks", tabindex: -1 }, words.bricks), body = h("div", {});
  const says = h("p", { class: "ns-meta" }, waits ? words["bricks-afraid"] : words["bricks-says"]);
  const show = button(words["bricks-show"], async () => {
    const { parts = [], sentence } = await back.ask({ kind: "bricks" }), laid = parts.filter((/** @type {any} */ part) => part.of);
    body.replaceChildren(...(laid.length ? [h("p", { class: "ns-hint" }, words["bricks-choose"]), ...laid.map(drawPart), h("div", { class: "ns-acts" }, button(words["bricks-alone"], alone))] : [h("p", { tabindex: -1 }, sentence ?? words["bricks-none"])]));
    show.remove();
    /** @type {HTMLElement | null} */ (body.querySelector("h3, [tabindex]"))?.focus();
  });

  /** @param {any} part */
  function drawPart({ id, bricks, of }) {
    return h("section", { "data-part": id }, h("h3", { tabindex: -1 }, words[`part-${id}`]), h("ul", { class: "ns-laid" }, ...bricks.map(drawBrick)), of > bricks.length ? h("p", { class: "ns-hint" }, say(words["bricks-more"], { n: of - bricks.length })) : null);
  }
  /** @param {any} brick */
  function drawBrick({ words: said, day, entry }) {
    const from = dayInWords(day, language), read = button(words.read, () => back.open(entry, read), "ns-text-btn", { "aria-label": `${words.read}: ${said}` });
    return h("li", {}, h("label", { class: "ns-row" }, h("input", { type: "checkbox", checked: true, autocomplete: "off" }), h("span", {}, h("span", { class: "ns-own-words" }, said), h("small", {}, from))), read);
  }
  /** What is ticked, alone: a part of which nothing is left does not stand there. */
  function alone() {
    const parts = [...body.querySelectorAll("[data-part]")].map((part) => {
      const kept = [...part.querySelectorAll("li")].filter((line) => line.querySelector("input")?.checked);
      const lines = kept.map((line) => h("li", {}, h("span", { class: "ns-own-words" }, line.querySelector(".ns-own-words")?.textContent), h("small", { class: "ns-meta" }, line.querySelector("small")?.textContent)));
      return lines.length ? h("section", {}, h("h3", {}, part.querySelector("h3")?.textContent), h("ul", { class: "ns-laid" }, ...lines)) : null;
    });
    showCard(back, /** @type {any} */ ([h("h2", {}, words.bricks), ...parts.filter(Boolean)]), words.bricks);
  }
  return h("section", { class: "ns-sheet ns-bricks", "aria-labelledby": title.id }, h("header", {}, title, says), waits ? null : show, body);
}
