// @ts-check
/**
 * A form that keeps itself: each change goes into the outbox, which sends it until the kernel says that it is on the disk. What the kernel
 * says besides, such as what a list still lacks, stands below.
 */
import { now, timeOf } from "../../prompts/static/clock.js";
import { h, say } from "../../prompts/static/dom.js";
import { outbox } from "../../prompts/static/outbox.js";
import { drawField } from "./fields.js";

/**
 * @param {{name: string, entry: string, words: Record<string, string>, send: (message: any) => void, signal: AbortSignal}} place
 */
export function keepingForm({ name, entry, words, send, signal }) {
  const status = h("p", { class: "ns-status", role: "status" }), notice = h("p", { class: "ns-fac-notice", role: "status" }), problem = h("p", { class: "ns-problem", role: "alert" });
  /** @type {Record<string, any>} */
  let values = {};
  /** @type {{field: import("./fields.js").Field, node: HTMLElement}[]} */
  let drawn = [];

  function waits() {
    const open = outbox.of(name).filter((item) => item.edit.entry === entry), late = open.length > 0 && outbox.late(open);
    problem.textContent = open.find((item) => item.sentence)?.sentence ?? "";
    if (late) status.textContent = words["not-saved"];
  }
  function unfold() {
    for (const { field, node } of drawn) if (field.when) node.hidden = Object.entries(field.when).some(([other, value]) => values[other] !== value);
  }
  /** @param {string} field @param {any} value @param {boolean} typing */
  function put(field, value, typing) {
    values[field] = value;
    unfold();
    outbox.put({ exercise: name, entry, made_at: now(), at: now(), act: "answer", prompt: field, value: structuredClone(value) }, send, typing);
  }
  outbox.addEventListener("change", waits, { signal });
  return {
    foot: h("div", { class: "ns-fac-foot" }, status, problem, notice),
    /** Draw fields with what the disk holds. @param {import("./fields.js").Field[]} fields @param {Record<string, any>} kept */
    draw(fields, kept) {
      values = { ...kept };
      drawn = fields.map((field) => ({ field, node: drawField(field, `ns-fac-${name}-${entry}-${field.id}`, kept[field.id], words, (value, typing) => put(field.id, value, typing)) }));
      unfold();
      return drawn.map(({ node }) => node);
    },
    /** Take out all ticks, and give what the form holds then. */
    untick() {
      for (const { field } of drawn) if (field.kind === "tick" && values[field.id]) put(field.id, false, false);
      return values;
    },
    /** @param {string} said */
    tell: (said) => (notice.textContent = said ?? ""),
    /** Hear what the kernel says of an edit. @param {any} message */
    hear(message) {
      const mine = outbox.of(name).some((item) => item.edit.entry === entry && item.edit.seq === message.seq);
      if (!outbox.receive(message) || !mine || message.kind !== "saved") return;
      status.textContent = say(words.saved, { time: timeOf() });
      notice.textContent = message.notice ?? "";
    },
  };
}
