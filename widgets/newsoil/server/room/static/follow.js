// @ts-check
/** Following the group, or staying: a page that stays is moved by nobody, and says where the group is. */
import { button, h, say } from "../../../prompts/static/dom.js";
import { words } from "./given.js";
import { kept } from "./kept.js";

/** @param {() => void} changed @returns {{node: HTMLElement, block: (view: any) => any, show: (state: any) => void}} */
export function drawFollow(changed) {
  /** Where this page stays, and in which meeting; nothing while it follows. @type {{title: string, block: any} | null} */
  let stays = kept.get("stays");
  /** @type {any} */
  let seen = null;
  const wanted = h("input", { type: "checkbox", role: "switch", "aria-describedby": "follow-hint", on: { change: () => stay(!wanted.checked) } });
  const where = h("p"), away = h("div", { class: "room-said", role: "status", hidden: true }, where, button(words["go-there"], () => {
    stay(false);
    wanted.focus();
  }));
  const node = h("div", { class: "room-follow", hidden: true },
    h("label", { class: "room-switch" }, wanted, h("span", {}, words.follow)), h("p", { class: "ns-hint", id: "follow-hint" }, words["follow-hint"]), away);

  /** @param {boolean} on */
  function stay(on) {
    stays = on ? { title: seen.title, block: seen.block } : null;
    kept.set("stays", stays);
    changed();
  }
  return {
    node,
    block(view) {
      seen = view;
      if (stays && (stays.title !== view.title || view.phase !== "running")) stays = null; // another meeting, or none
      return stays?.block ?? view.block;
    },
    show({ view, isHere }) {
      node.hidden = view.phase !== "running";
      wanted.checked = !stays;
      away.hidden = isHere;
      const sentence = isHere ? "" : say(words["group-at"], { title: view.block.title });
      if (where.textContent !== sentence) where.textContent = sentence;
    },
  };
}
