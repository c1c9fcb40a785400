// @ts-check
/**
 * The parking lot: a question or a wish, for the group leader and for nobody else. What is typed stays in its field until the room has it on
 * the disk, through a lost line, a page that loads again, and a laptop that starts again.
 */
import { button, freshId, h, say, unkept } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { kept, whole } from "./kept.js";

const LONGEST = 500, NEAR = 100;

/**
 * @typedef {{node: HTMLElement, show: (state: any) => void, recall: () => void, unsent: () => boolean, left: (reason: string) => HTMLElement | null}} Park
 * `recall`: the meeting is known, and with it what was typed in it; `left`: the line has ended for good, and what stays on the page then
 * @param {() => import("./line.js").Line} line @param {() => void} changed is told when a note is forgotten @returns {Park}
 */
export function drawPark(line, changed) {
  /** What is typed, what of it was sent, and under which name; one that is sent twice is one note. @type {{text: string, sent: string, id: string}} */
  const note = { text: "", sent: "", id: "" };
  const field = h("textarea", { id: "note", rows: 4, autocapitalize: "sentences", autocomplete: "off", "aria-describedby": "note-length note-kept" });
  const long = h("p", { class: "ns-hint", id: "note-length" }), said = h("p", { class: "room-problem", role: "alert" }), became = h("p", { class: "room-in", role: "status" });
  const act = h("button", { class: "ns-btn" }, words["park-send"]), few = h("p", { class: "ns-hint" }, words["park-too-few"]);
  const stays = h("p", { class: "ns-hint", id: "note-kept" }, words["park-kept"]), away = h("div", { class: "ns-acts", hidden: true }, button(words["park-copy"], copy), button(words["park-forget"], forget));
  const form = unkept({}, h("label", { for: "note" }, words["park-label"]), field, long, said, act, became, stays, away);
  const node = h("details", { class: "room-more" }, h("summary", {}, words["park-title"]), h("p", {}, words["park-lead"]), h("p", {}, words["read-along"]), few, form);
  let isOver = false, canPark = false, known = false, keeps = true;
  const rest = () => LONGEST - [...note.text.trim()].length;

  function keep() {
    note.text = field.value;
    if (keeps) kept.set("note", note.text ? note : null);
    const n = rest();
    long.textContent = n > NEAR ? "" : say(words[n < 0 ? "park-over" : "park-left"], { n: Math.abs(n) });
    form.hidden = !note.text && (!canPark || isOver);
  }
  /** Nothing is sent any more. @param {string} why */
  function rests(why) {
    isOver = true;
    field.readOnly = false;
    few.textContent = why;
    became.textContent = "";
    node.hidden = !note.text;
    node.open = act.hidden = stays.hidden = true;
    away.hidden = false;
  }
  function send() {
    became.textContent = said.textContent = "";
    if (!note.text.trim()) return void (said.textContent = words["park-empty"]);
    if (rest() < 0) return void (said.textContent = words["park-long"]);
    note.id ||= freshId();
    note.sent = note.text;
    kept.set("note", note);
    field.readOnly = true;
    became.textContent = words["park-going"];
    line().send("note", { kind: "park", note: note.id, text: whole(note.text) }, ({ kind, says = "" }) => {
      field.readOnly = false;
      note.id = note.sent = "";
      if (kind === "done") field.value = "";
      became.textContent = kind === "done" ? words["park-in"] : "";
      said.textContent = says;
      keep();
    });
  }
  /** The clipboard that pages have is not there in a room without encryption, so the words are marked and copied as by hand. */
  function copy() {
    field.select();
    const isCopied = document.execCommand("copy");
    became.textContent = words[isCopied ? "park-copied" : "park-marked"];
  }
  function forget() {
    field.value = note.id = note.sent = "";
    keep();
    node.remove();
    kept.forget();
    changed();
  }
  function recall() {
    if (known) return;
    known = true;
    Object.assign(note, kept.get("note"));
    field.value = note.text;
    node.open ||= Boolean(note.text);
  }
  field.addEventListener("input", () => {
    note.id = note.sent = ""; // other words are another note
    keep();
  });
  form.addEventListener("submit", () => field.readOnly || isOver || send());
  form.hidden = true;

  return {
    node,
    recall,
    unsent: () => Boolean(note.text),
    show({ view }) {
      const first = !canPark && view.can_park;
      canPark = view.can_park;
      if (view.phase === "over") {
        keeps = false; // it is on this page alone then: the next person at a shared tablet is not shown it
        rests(words["park-not-sent"]);
        return keep();
      }
      few.textContent = canPark ? "" : words["park-too-few"];
      act.hidden = !canPark;
      keep();
      // It was sent before the page loaded again, and nobody has said that it arrived.
      if (first && note.id && note.sent === note.text && !field.readOnly) send();
    },
    left(reason) {
      if (!known && reason !== "removed") return null;
      recall();
      rests(words[note.id ? "park-unsure" : "park-out"]);
      if (reason === "not-ours") note.id = note.sent = ""; // what the room did not understand is not sent again by itself
      keep();
      return note.text ? node : null;
    },
  };
}
