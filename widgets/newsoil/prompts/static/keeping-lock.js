// @ts-check
/** The passphrase that locks a copy for someone. It goes to the kernel with the wish for the copy and is kept nowhere else. */
import { h, say } from "./dom.js";
import { drawSecret } from "./secret.js";

const FIELD = "ns-share-lock";

/** @param {Record<string, string>} words @param {number} shortest characters of a passphrase at least */
export function drawLock(words, shortest) {
  const hints = ["hint", "other"].map((name) => h("p", { class: "ns-hint", id: `${FIELD}-${name}` }, words[`share-lock-${name}`])), problem = h("p", { class: "ns-problem", role: "alert", id: `${FIELD}-problem` });
  const { input, node: row } = drawSecret(words["share-lock"], words["share-lock-look"], {
    id: FIELD, autocomplete: "new-password", "aria-describedby": [...hints, problem].map(({ id }) => id).join(" "),
    on: { input: () => complain("") },
  });
  const field = h("div", {}, row, problem, ...hints), instead = h("p", { class: "ns-hint", hidden: true }, words["share-lock-text"]);
  /** @param {string} sentence */
  function complain(sentence) {
    problem.textContent = sentence;
    if (sentence) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  return {
    node: h("div", { class: "ns-prompt ns-lock" }, field, instead),
    /** A text has no lock, so there is no field for one. @param {boolean} can */
    fits(can) {
      field.hidden = !can;
      instead.hidden = can;
    },
    /** What is typed; nothing where it locks nothing. */
    value: () => field.hidden ? "" : input.value,
    /** Whether the copy can be made with it; if not, the field says why. Characters are counted as they will be when it is typed again. */
    isFit() {
      const length = field.hidden ? 0 : [...input.value.normalize("NFC")].length, short = length > 0 && length < shortest;
      complain(short ? say(words["share-lock-short"], { n: shortest }) : "");
      if (short) input.focus();
      return !short;
    },
  };
}

/** What the lock is good for and what not, beside a copy that has one. @param {Record<string, string>} words */
export const drawLocked = (words) => h("div", { class: "ns-lock-says" }, h("p", {}, words["share-locked"]), h("ul", {}, ...["for", "not", "way", "lost"].map((name) => h("li", {}, words[`share-locked-${name}`]))));
