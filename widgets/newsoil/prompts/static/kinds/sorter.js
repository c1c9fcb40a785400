// @ts-check
/** Sorter: each card is put into one of a few groups by radios. Cards stay where they are; what lies in which group is told below. */
import { button, freshId, h, say } from "../dom.js";
import { radios, row } from "./one-of.js";
import { drawWriting } from "./writing.js";

/** @typedef {{id: string, group: string, text?: string}} Card a card of one's own has its text */

/** Cards that are there at first, where there are many: a tired reader sees an end. */
const AT_FIRST = 8;

/**
 * The groups in their order, each with the words of the cards that lie in it.
 * @param {any} prompt @param {Card[]} cards @param {(text: any) => string} text
 * @returns {{name: string, held: string[]}[]}
 */
export function piles(prompt, cards, text) {
  const known = [...prompt.cards.map((/** @type {any} */ one) => one.id)];
  /** @param {Card} card */
  const says = (card) => card.text ?? text(prompt.cards[known.indexOf(card.id)]?.label ?? card.id);
  return prompt.groups.map((/** @type {any} */ group) => ({ name: text(group.label), held: cards.filter((card) => card.group === group.id).map((card) => says(card).trim() || "…") }));
}

/** @type {import("./kind.js").Draw} */
export function drawSorter(place) {
  const { prompt, id, words, text, own, change } = place, groups = prompt.groups.map((/** @type {any} */ group) => group.id);
  /** @type {Card[]} */
  let cards = [];
  /** Cards of earlier notes that nothing was done with here: they are no part of this answer. @type {Set<string>} */
  const offered = new Set();
  let all = prompt.cards.length <= AT_FIRST + 2;
  const more = button(words["more-cards"], () => {
    all = true;
    const next = list.children[AT_FIRST];
    reveal();
    next?.querySelector("input")?.focus();
  }, "ns-btn");
  /** Cards further down wait, unless one of them was sorted. */
  function reveal() {
    all ||= cards.slice(AT_FIRST).some((card) => card.group && card.text === undefined);
    [...list.children].forEach((node, at) => (node.hidden = !all && at >= AT_FIRST && cards[at].text === undefined));
    more.hidden = all;
  }
  const list = h("ul", { class: "ns-records" }), told = h("div", { class: "ns-piles" });
  const adder = prompt.own && button(prompt.own, () => add());

  /** @param {boolean} typing */
  function tell(typing) {
    const sorted = cards.filter((card) => (card.text === undefined ? card.group : !offered.has(card.id) && (card.group || card.text.trim())));
    change(sorted.length ? sorted.map((card) => ({ ...card })) : null, typing);
    sum();
  }
  /** @param {Card} card @param {Partial<Card>} changed @param {boolean} typing */
  function set(card, changed, typing) {
    Object.assign(card, changed);
    offered.delete(card.id);
    tell(typing);
  }
  function add() {
    const card = { id: freshId(), group: "", text: "" };
    cards = [...cards, card];
    list.append(drawCard(card));
    list.lastElementChild.querySelector("textarea").focus();
    sum();
  }
  /** @param {Card} gone */
  function remove(gone) {
    cards = cards.filter((card) => card !== gone);
    draw();
    tell(false);
    adder.focus();
  }
  /** What lies where, and how much lies nowhere yet. */
  function sum() {
    const left = cards.filter((card) => !card.group).length, some = left < cards.length;
    told.replaceChildren(h("div", {},
      some && h("p", { class: "ns-hint" }, words.piles),
      some && h("dl", { class: "ns-review" }, ...piles(prompt, cards, text).flatMap(({ name, held }) => [h("dt", {}, name), ...(held.length ? held : [words["no-cards"]]).map((one) => h("dd", { class: held.length ? "" : "ns-hint" }, one))])),
      some && left > 0 && h("p", { class: "ns-hint" }, say(words["not-sorted"], { n: left }))));
  }
  /** @param {Card} card */
  function drawCard(card) {
    const mine = card.text !== undefined, at = `${id}-${card.id}`, known = prompt.cards.find((/** @type {any} */ one) => one.id === card.id);
    const { inputs, show } = radios(at, groups, (group) => (set(card, { group }, false), name()));
    const legend = h("legend", { class: mine ? "ns-vh" : "ns-card-says" }), about = h("span", { class: "ns-vh" });
    const back = mine ? button([words.remove, about], () => remove(card), "ns-text-btn") : button([words["put-back"], about], () => {
      show("");
      set(card, { group: "" }, false);
      name();
      inputs[0].focus();
    }, "ns-text-btn");
    function name() {
      const says = mine ? card.text?.trim() || words["own-card"] : text(known.label);
      legend.replaceChildren(says, ...(text(known?.note) ? [h("small", {}, text(known.note))] : []));
      about.textContent = ` ‘${says}’`;
      back.hidden = !mine && !card.group;
    }
    const field = mine && drawWriting({ ...place, prompt: { kind: "short-text" }, id: at, describedby: undefined, change: (value) => (set(card, { text: value }, true), name()) });
    if (field) field.show(card.text);
    show(card.group);
    name();
    return h("li", { class: "ns-record ns-card", "data-card": card.id },
      h("fieldset", {}, legend, field && h("label", { class: "ns-hint", for: at }, words["own-card"]), field && field.node,
        h("div", { class: "ns-rows" }, ...prompt.groups.map((/** @type {any} */ group, /** @type {number} */ one) => row(inputs[one], text(group.label), text(group.note))))),
      back);
  }
  function draw() {
    list.replaceChildren(...cards.map(drawCard));
    reveal();
    sum();
  }
  return {
    node: h("div", {}, list, h("div", { class: "ns-acts" }, more, adder || null), told),
    /** @param {Card[] | null} value */
    show: (value) => {
      const mine = (value ?? []).filter((card) => card.text !== undefined && prompt.own), before = new Map((value ?? []).map((card) => [card.id, card.group]));
      /** @param {string} group */
      const still = (group) => (groups.includes(group) ? group : "");
      const again = own.filter((word) => prompt.own && !mine.some((card) => card.text?.trim() === word)).map((word) => ({ id: freshId(), group: "", text: word }));
      offered.clear();
      for (const { id: one } of again) offered.add(one);
      cards = [...prompt.cards.map((/** @type {any} */ card) => ({ id: card.id, group: still(before.get(card.id) ?? "") })), ...mine.map((card) => ({ ...card, group: still(card.group) })), ...again];
      draw();
    },
  };
}
