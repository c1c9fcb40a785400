// @ts-check
/** The question to all. What somebody has chosen is on this page until it is sent, and afterwards nowhere. */
import { h, say, unkept } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { drawRelease } from "./release.js";

/** @param {() => import("./line.js").Line} line @returns {{node: HTMLElement, show: (state: any) => void}} */
export function drawPulse(line) {
  const node = h("section", { class: "room-pulse", hidden: true }), said = h("p", { class: "room-problem", role: "alert" }), count = h("p", { class: "ns-hint" });
  /** What became of the answers of this phone, by their blocks: on the way, or in. @type {Map<string, "going" | "in">} */
  const answers = new Map();
  let drawn = "";
  /** @type {any} */
  let last = null;

  /** @param {string} block @param {string} choice */
  function answer(block, choice) {
    if (!choice) return void (said.textContent = words["pulse-choose"]);
    answers.set(block, "going");
    line().send(`answer ${block}`, { kind: "answer", block, choice }, ({ kind, reason, says = "" }) => {
      if (kind === "done" || reason === "answered-before") answers.set(block, "in"); // the room had it, and its word was lost on the way
      else answers.delete(block);
      show(last);
      said.textContent = answers.has(block) ? "" : says;
    });
    show(last);
  }

  /** @param {any} state @param {boolean} asks whether it can be sent */
  function drawChoices({ view: { pulse }, block }, asks) {
    const asked = pulse.question !== (block.question || block.title);
    const form = unkept({}, h("fieldset", { class: "room-choices" },
      h("legend", { class: asked ? false : "ns-vh" }, pulse.question),
      ...pulse.choices.map((/** @type {any} */ one) => h("label", { class: "room-choice" }, h("input", { type: "radio", name: "choice", value: one.id, autocomplete: "off" }), h("span", {}, one.says)))));
    if (asks) form.append(count, h("button", { class: "ns-btn ns-btn-main" }, words["pulse-send"]), said, h("p", { class: "ns-hint" }, words["pulse-how"]));
    form.addEventListener("submit", () => asks && answer(block.id, String(new FormData(form).get("choice") ?? "")));
    return form;
  }

  /** @param {any} state @param {string} is @returns {Node[]} */
  function draw(state, is) {
    const { view } = state, { pulse } = view, needed = { needed: view.needed };
    const release = view.releases.find((/** @type {any} */ one) => one.block === state.block.id);
    if (is === "going" || is === "in") return [h("p", { class: "room-in" }, words[`pulse-${is}`]), h("p", { class: "ns-hint" }, words["pulse-wait"]), count];
    if (is === "open") return [drawChoices(state, true)];
    if (is === "too-few") return [h("p", {}, say(words["pulse-too-few"], needed)), drawChoices(state, false)];
    if (is === "can" || !release) return [h("p", {}, words["pulse-soon"]), h("p", { class: "ns-hint" }, words["pulse-how"])];
    const own = release.bands.length ? [] : [h("p", { class: "ns-hint" }, words["pulse-own"]), drawChoices(state, false)];
    return [drawRelease(release, { heading: "h2", question: "", ...needed }), ...own];
  }

  /** @param {any} state */
  function show(state) {
    last = state;
    const { view, block, own, isHere } = state, { pulse } = view;
    node.hidden = view.phase !== "running" || !isHere || pulse.state === "none";
    if (node.hidden) return void (drawn = "");
    count.textContent = say(words["count-phones"], { n: view.here });
    const mine = own.block === block.id && own.answered ? "in" : answers.get(block.id), is = pulse.state === "open" ? mine ?? "open" : pulse.state;
    const key = JSON.stringify([is, block.id, pulse.question, pulse.choices, is === "released" && view.releases]);
    if (key === drawn) return;
    const inside = node.contains(document.activeElement);
    drawn = key;
    said.textContent = "";
    node.replaceChildren(...draw(state, is));
    node.tabIndex = -1;
    if (inside) node.focus({ preventScroll: true }); // what had the focus is gone with the question
  }
  return { node, show };
}
