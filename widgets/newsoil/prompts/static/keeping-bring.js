// @ts-check
/** Bringing notes back: from a file that the person chooses, or from the backup of an earlier day. First a look, then the yes. */
import { dayInWords, now } from "./clock.js";
import { button, freshId, h, say } from "./dom.js";
import { drawOption, drawSelect, drawSheet } from "./keeping-parts.js";
import { drawBrought, drawLooked } from "./looked.js";
import { drawWork } from "./work.js";

const MEGABYTE = 1048576;

/**
 * Draw what would come in, and bring it in when the person says so.
 * @param {import("./keeping-parts.js").Place} place @param {HTMLElement} result @param {any} work @param {any} looked @param {() => void} leave
 */
function offer({ words, ask, refresh }, result, work, looked, leave) {
  const box = drawLooked(words, looked, async () => {
    const brought = await work.run((/** @type {any} */ told) => ask({ kind: "bring-in", ask: freshId(), at: now() }, { told }), true);
    if (!brought) return;
    const done = drawBrought(words, brought);
    leave();
    result.replaceChildren(done);
    await refresh();
    done.focus();
  }, leave);
  result.replaceChildren(box);
  box.focus();
}

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawBring(place) {
  const { words, ask } = place, work = drawWork(words), result = h("div", {}), input = h("input", { type: "file", id: "ns-bring-file", on: { change: () => choose() } });
  let largest = 0, piece = MEGABYTE;
  function leave() {
    result.replaceChildren();
    input.value = "";
    input.focus();
  }
  async function choose() {
    const [file] = input.files;
    result.replaceChildren();
    work.complain("");
    if (!file) return;
    if (file.size > largest) return work.complain(say(words["bring-large"], { n: largest / MEGABYTE }));
    const id = freshId(), parts = Math.ceil(file.size / piece);
    see(await work.run(async (told) => (await send(file, id, parts, told)) ?? ask({ kind: "read", ask: freshId(), file: id, parts }, { told })), id, parts);
  }
  /** Send a file, part by part. @param {File} file @param {string} id @param {number} parts @param {import("./asking.js").Told} told @returns {Promise<any>} what went wrong, if something did */
  async function send(file, id, parts, told) {
    for (let part = 0; part < parts; part++) {
      const content = await file.slice(part * piece, (part + 1) * piece).arrayBuffer().catch(() => null);
      if (!content) return { sentence: words["bring-unreadable"] };
      const reply = await ask({ kind: "give", ask: id, part }, { buffers: [content] });
      if (reply.kind !== "got") return reply;
      if (parts > 1) told(part + 1, parts);
    }
    return null;
  }
  /** @param {any} reply @param {string} file @param {number} parts */
  function see(reply, file, parts) {
    if (reply?.kind === "looked") offer(place, result, work, reply, leave);
    else if (reply?.kind === "sealed") drawSealed(file, parts);
  }
  /** @param {string} file @param {number} parts */
  function drawSealed(file, parts) {
    const secret = h("input", { type: "password", id: "ns-bring-secret", autocomplete: "off" }), recovery = drawOption({ type: "checkbox" }, words["bring-by-recovery"]);
    const open = async () => {
      const by = recovery.control.checked ? "recovery" : "passphrase", reply = await work.run((told) => ask({ kind: "read", ask: freshId(), file, parts, secret: secret.value, by }, { told }));
      if (reply) secret.value = "";
      see(reply, file, parts);
    };
    result.replaceChildren(h("form", { class: "ns-sealed", on: { submit: (/** @type {Event} */ event) => (event.preventDefault(), open()) } }, h("p", {}, words["bring-sealed"]),
      h("label", { class: "ns-q", for: secret.id }, words["bring-secret"]), h("div", { class: "ns-field" }, secret), h("div", { class: "ns-rows" }, recovery), h("div", { class: "ns-acts" }, h("button", { class: "ns-btn ns-btn-main" }, words["bring-open"]), button(words.cancel, leave))));
    secret.focus();
  }
  return {
    node: drawSheet("bring", words.bring, words["bring-says"], h("div", { class: "ns-prompt" }, h("label", { class: "ns-q", for: input.id }, words["bring-file"]), h("div", { class: "ns-field" }, input)), work.node, result),
    show: (there) => ([largest, piece] = [there.largest, there.piece]),
  };
}

/** @param {import("./keeping-parts.js").Place} place @returns {import("./keeping-parts.js").Part} */
export function drawDays(place) {
  const { words, ask, language } = place, work = drawWork(words), choosing = h("div", {}), result = h("div", {});
  const show = button(words["days-show"], async () => {
    const reply = await work.run(() => ask({ kind: "days", ask: freshId() }));
    if (!reply) return;
    if (!reply.days.length) return choosing.replaceChildren(h("p", { role: "status" }, words["days-none"]));
    const which = drawSelect("days-which", words["days-which"], reply.days.map((/** @type {string} */ day) => [day, dayInWords(day, language)]));
    const look = button(words["days-look"], async () => {
      result.replaceChildren();
      const looked = await work.run(() => ask({ kind: "look", ask: freshId(), day: which.select.value }));
      if (looked) offer(place, result, work, looked, () => (result.replaceChildren(), look.focus()));
    });
    choosing.replaceChildren(which.node, h("div", { class: "ns-acts" }, look));
    show.hidden = true;
    which.select.focus();
  });
  return {
    node: drawSheet("days", words.days, words["days-says"], h("div", { class: "ns-acts" }, show), choosing, work.node, result),
    show() {
      choosing.replaceChildren(); // the days may be others now
      show.hidden = false;
    },
  };
}
