// @ts-check
/** What the screen on the wall shows: the way in before the meeting, and then what the group looks at. */
import { h, say } from "../../../prompts/static/dom.js";
import { given, words } from "./given.js";
import { drawQuestion } from "./question.js";
import { drawRelease } from "./release.js";

/** @param {any} view @returns {HTMLElement[]} */
export function drawWayIn({ code, here, title, meeting, open }) {
  const qr = h("img", { class: "room-qr", src: `data:image/svg+xml,${encodeURIComponent(given.qr)}`, alt: words["qr-alt"] });
  const way = h("div", { class: "room-way" },
    h("p", { class: "room-kind" }, meeting ? `${meeting}: ${title}` : title), h("h1", {}, words["join-title"]),
    h("dl", {}, h("div", {}, h("dt", {}, words.address), h("dd", { class: "room-address" }, given.address)), h("div", {}, h("dt", {}, words.code), h("dd", { class: "room-big-code" }, code))),
    h("p", { class: "room-joined" }, say(words.joined, { n: here })));
  const honest = h("div", { class: "room-honest" }, h("p", {}, words.sees), h("p", {}, words["nothing-needed"]), h("p", {}, words[given.near ? "not-reached" : "cannot-reach"]));
  return open ? [h("div", { class: "room-join-card" }, qr, way), honest] : [h("h1", {}, words["code-is-over"])];
}

/** @param {any} view @returns {HTMLElement[]} */
export function drawNow({ block, pulse, releases, needed, here }) {
  const release = releases.find((/** @type {any} */ one) => one.block === block.id);
  if (release?.bands.length) return [drawRelease(release, { heading: "h1", question: release.question, needed })];
  const said = release ? release.says : pulse.state === "open" ? words["on-phones"] : !block.shown && (block.kind === "pairs" || block.kind === "threes") ? words["pair-rules"] : "";
  const count = pulse.state === "open" && h("p", { class: "room-under" }, say(words["count-phones"], { n: here }));
  return [...drawQuestion(block), said && h("p", { class: "room-under" }, said), count].filter(Boolean);
}
