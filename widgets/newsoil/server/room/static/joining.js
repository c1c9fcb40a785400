// @ts-check
/** Coming in with the code: that of the address is used at once, and any other is typed. No name, no e-mail. */
import { h, inParts, unkept } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { whole } from "./kept.js";

/** What stands behind `#`, unless it is a place on this page. */
export const behindSign = () => (document.getElementById(location.hash.slice(1)) ? "" : location.hash.slice(1));

/** The code in the address, which is taken out of it at once: the browser's history need not know it. @returns {string} */
export function codeInAddress() {
  const code = behindSign();
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

/** Ask for a seat. @param {string} code @returns {Promise<string>} nothing when there is one, else the sentence that says why not */
export async function joinWith(code) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("join", { method: "POST", headers, body: JSON.stringify({ code: whole(code) }) }).catch(() => null);
  if (answer?.ok) return "";
  return answer?.status === 403 ? (await answer.json()).says : words.unreachable;
}

/**
 * @param {() => void} joined
 * @param {{why?: string, typed?: string, problem?: string}} before what is said first to somebody who was in the room; a code that was tried, and what was wrong
 * @returns {HTMLElement}
 */
export function drawJoining(joined, { why = "", typed = "", problem: wrong = "" }) {
  const problem = h("p", { class: "room-problem", id: "problem", role: "alert" });
  const field = h("input", { id: "code", class: "room-code", type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "aria-describedby": "problem code-hint" });
  const act = h("button", { class: "ns-btn ns-btn-main" }, words.join);

  /** @param {string} sentence */
  function refuse(sentence) {
    problem.textContent = sentence;
    field.setAttribute("aria-invalid", String(Boolean(sentence)));
    act.textContent = words.join;
  }
  async function join() {
    if (act.textContent === words.joining) return;
    refuse("");
    if (!field.value.trim()) return refuse(words["join-empty"]), field.focus();
    act.textContent = words.joining;
    const sentence = await joinWith(field.value);
    if (!sentence) return joined();
    refuse(sentence);
    field.focus();
  }
  field.value = typed;
  refuse(wrong);
  const form = unkept({ class: "room-join" },
    h("label", { for: "code" }, words.code), field, problem, h("p", { class: "ns-hint", id: "code-hint" }, words["code-hint"]), act);
  form.addEventListener("submit", join);
  return h("section", { class: "room-card" },
    why && h("div", { class: "room-said", role: "status" }, ...inParts(why)),
    h("h1", {}, words["join-title"]), h("p", { class: "room-lead" }, words["join-lead"]), form,
    h("div", { class: "room-honest" }, h("p", {}, words.sees), h("p", {}, words["nothing-needed"]), h("p", {}, words["read-along"]), h("p", { class: "ns-hint" }, words.traces)));
}
