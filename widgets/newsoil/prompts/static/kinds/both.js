// @ts-check
/**
 * One question, two people, one device: each writes unseen, then both are shown. Their words stay in this page: they are in no message,
 * and they are gone when it closes. What was kept back looks like what was never written. One person can answer twice instead: that is how
 * it begins for whoever is on their own, and a button away for everybody.
 */
import { button, h } from "../dom.js";

/** @type {import("./kind.js").Draw} */
export function drawBoth({ prompt, id, words, text, change }) {
  const body = h("div", { class: "ns-both-turns" }), kept = h("p", { class: "ns-hint" }), onMyOwn = Boolean(text({ otherwise: "", "on-my-own": "so" }));
  /** @type {string[]} */
  let said = [];
  let question = "", alone = onMyOwn;
  /** A text as it is read by one who answers twice, or by two. @param {any} form @returns {string} */
  const read = (form) => alone === onMyOwn || typeof form === "string" ? text(form) : (alone && form["on-my-own"]) || form.otherwise;
  /** Words of a turn. @param {string} name */
  const says = (name) => read({ otherwise: words[`both-${name}`], "on-my-own": prompt.alone[name] });
  /** @param {any} one */
  const label = (one) => read(prompt.questions.find((/** @type {any} */ other) => other.id === one)?.label ?? "");

  function pick() {
    [said, question] = [[], ""];
    kept.textContent = says("not-kept");
    const ways = prompt.questions.map((/** @type {any} */ one) => h("li", {}, button(read(one.label), () => begin(one.id))));
    const other = Object.keys(prompt.alone).length ? [h("p", { class: "ns-or" }, words.or), button(words[alone ? "both-two" : "both-alone"], turnOver)] : [];
    body.replaceChildren(h("ul", { class: "ns-both-questions" }, ...ways), ...other);
  }
  /** From two who answer to one who answers twice, or back. */
  function turnOver() {
    alone = !alone;
    pick();
    /** @type {HTMLElement} */ (body.lastElementChild).focus();
  }
  /** @param {string} one */
  function begin(one) {
    question = one;
    turn();
  }
  /** The next person looks at the page: nothing that was there for the first one stays. */
  const hand = () => document.dispatchEvent(new Event("newsoil:handed"));
  /** The turn of whoever has not written yet. What the other wrote is not in the page's document any more. */
  function turn() {
    const last = said.length === 1, field = h("textarea", { id: `${id}-turn`, rows: 4, autocomplete: "off" });
    const hidden = said.length ? [h("p", { class: "ns-meta", role: "status" }, says("hidden"))] : [];
    body.replaceChildren(h("p", { class: "ns-both-question" }, label(question)), ...hidden,
      h("label", { class: "ns-hint", for: field.id }, says(last ? "second" : "first")), h("div", { class: "ns-field" }, field),
      button(says(last ? "hide-last" : "hide"), () => (hand(), said = [...said, field.value.trim()], last ? ready() : turn())));
    field.focus();
  }
  function ready() {
    const show = button(says("show"), reveal, "ns-btn ns-btn-main");
    body.replaceChildren(h("p", { class: "ns-both-question" }, label(question)), h("p", { role: "status" }, says("ready")), h("div", { class: "ns-acts" }, show, button(says("again"), pick)));
    show.focus();
  }
  function reveal() {
    const turns = said.map((one, at) => h("div", {}, h("p", { class: "ns-meta" }, says(at ? "other" : "one")), h("p", { class: "ns-version-words" }, one || words["left-blank"])));
    body.replaceChildren(h("p", { class: "ns-both-question", tabindex: -1 }, label(question)), h("div", { class: "ns-pair" }, ...turns), button(says("again"), pick));
    body.firstElementChild.focus();
    change(question, false);
  }
  /** A question that was answered on an earlier visit; what was written then is gone. @param {string} one */
  function was(one) {
    question = one;
    kept.textContent = says("not-kept");
    body.replaceChildren(h("p", { class: "ns-both-question" }, label(one)), button(says("again"), pick));
  }
  return {
    node: h("div", {}, kept, body),
    /** @param {string | null} value */
    show: (value) => {
      if (value === null) pick();
      else if (value !== question) was(value);
    },
  };
}
