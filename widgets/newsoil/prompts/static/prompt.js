// @ts-check
/** One prompt of a form: question, hint, inputs, "skip" and "clear", and the save status beside the last edit. */
import { button, h, icon, leadingToHelp } from "./dom.js";
import { answered } from "./entry.js";
import { kinds } from "./kinds/index.js";

const written = ["text", "short-text"];

/**
 * Draw a prompt.
 * @param {{prompt: any, id: string, words: Record<string, string>, text: (text: any) => string, links: any[], own: string[], language: string, value: any, skipped: boolean,
 *   change: (value: any, typing: boolean) => void, skip: (skipped: boolean) => void}} place
 */
export function drawPrompt({ prompt, id, words, text, links, own, language, value, skipped, change, skip }) {
  const single = written.includes(prompt.kind), hint = text(prompt.hint), hinted = [hint && `${id}-hint`, prompt.why && `${id}-why`].filter(Boolean).join(" ") || undefined;
  const drawn = kinds[prompt.kind]({ prompt, id, describedby: hinted, words, text, links, own, language, change: (next, typing) => (act(next), change(next, typing)) });
  const status = h("p", { class: "ns-status", role: "status" });
  const pass = button("", () => press(), "ns-text-btn");
  const body = h("div", { class: "ns-body" }, drawn.node);
  const passed = h("p", { class: "ns-skipped", hidden: true }, words.skipped);
  let now = value, out = skipped;

  /** @param {any} next */
  function act(next) {
    now = next;
    pass.textContent = out ? words["answer-it"] : answered(now) && !single ? words.clear : words.skip;
    pass.hidden = single && answered(now) && !out;
    body.hidden = out;
    passed.hidden = !out;
  }
  function press() {
    if (!out && answered(now)) {
      drawn.show(null);
      act(null);
      change(null, false);
    } else {
      out = !out;
      act(now);
      skip(out);
    }
    pass.focus();
  }
  drawn.show(value ?? null);
  act(value);

  const question = h(single ? "label" : "legend", { class: "ns-q", for: single && id }, text(prompt.label));
  const node = h(single ? "div" : "fieldset", { class: "ns-prompt", "data-prompt": prompt.id, "aria-describedby": single ? undefined : hinted },
    question,
    hint && h("p", { class: "ns-hint", id: `${id}-hint` }, ...leadingToHelp(hint)),
    prompt.why && h("p", { class: "ns-hint", id: `${id}-why` }, `${words["why-we-ask"]} ${prompt.why}`),
    body, passed,
    h("div", { class: "ns-under" }, pass, status));

  return {
    node,
    /** Say where the answer is: `""`, `"waiting"`, `"saved"`. @param {"" | "waiting" | "saved"} state @param {string} sentence */
    say(state, sentence) {
      if (prompt.kind === "both" || status.dataset.sentence === sentence) return; // what is written there is not saved, and “Saved” beside it would say that it is
      status.dataset.sentence = sentence;
      status.replaceChildren(...(state ? [icon(state), sentence] : []));
    },
  };
}
