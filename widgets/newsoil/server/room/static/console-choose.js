// @ts-check
/** Which meeting is held: one of a programme. What it is for, and what to take care of in it, stand below. */
import { h, inParts } from "../../../prompts/static/dom.js";
import { part, reveal } from "./console-live.js";
import { said } from "./console-words.js";
import { given } from "./given.js";

/** @typedef {import("./console-live.js").View} View */

/** @param {import("./console-live.js").Act} act */
export function choosePart(act) {
  /** @type {View[]} */
  const all = given.programmes.flatMap((/** @type {View} */ one) => one.meetings.map((/** @type {View} */ meeting) => ({ ...meeting, programme: one.id, about: one.about })));
  const options = (/** @type {View} */ one) => one.meetings.map((/** @type {View} */ meeting) =>
    h("option", { value: String(all.findIndex(({ id, programme }) => id === meeting.id && programme === one.id)) }, [meeting.meeting, meeting.title].filter(Boolean).join(": ")));
  const choice = h("select", { id: "meeting", class: "con-field", autocomplete: "off" },
    ...given.programmes.map((/** @type {View} */ one) => h("optgroup", { label: one.title }, ...options(one))));
  let shown = "", drawn = "";
  choice.addEventListener("change", async () => {
    const { id, programme } = all[Number(choice.value)];
    if (!(await act({ kind: "plan", plan: id, programme }))) choice.value = shown;
  });
  const about = h("div", { class: "ns-hint con-prose" }), aims = h("ul", { class: "con-dots" }), safety = h("div", { class: "con-prose" });
  const node = part("choose", said("choose-title"), h("label", { for: "meeting" }, said("choose-label")), choice, about,
    h("h3", {}, said("aims-title")), aims, h("div", { class: "con-safety" }, h("h3", {}, said("safety-title")), safety));
  return {
    node,
    /** @param {View} view */
    show(view) {
      reveal(node, view.phase === "waiting");
      const same = all.filter(({ id }) => id === view.plan), fits = same.find(({ meeting }) => meeting === view.meeting) ?? same[0];
      const now = String(fits ? all.indexOf(fits) : -1);
      if (now !== shown) choice.value = shown = now;
      if (drawn === (drawn = now + view.plan)) return;
      about.replaceChildren(...inParts(fits?.about ?? ""));
      aims.replaceChildren(...view.aims.map((/** @type {string} */ one) => h("li", {}, one)));
      safety.replaceChildren(...inParts(view.safety));
    },
  };
}
