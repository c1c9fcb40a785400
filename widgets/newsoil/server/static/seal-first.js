// @ts-check
/**
 * A passphrase before the first word. Whoever wants one finds nothing to write in (`data-sealing`) until it is set, or put aside; help and
 * the way out stay where they are. The kernel sets it, so until there is one the page says that it is being opened.
 */

/** @param {Record<string, string>} words */
export function startSealFirst(words) {
  const root = document.documentElement, said = /** @type {HTMLTemplateElement} */ (document.getElementById("ns-seal-first"));
  const place = /** @type {HTMLElement} */ (said.content.firstElementChild);
  const says = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const aside = /** @type {HTMLElement} */ (place.querySelector("button"));
  const told = /** @type {HTMLDialogElement} */ (document.getElementById("ns-leaving"));
  /** Whether the kernel keeps notes here, whether the card was asked for, and how the door stands, as the kernel said last. */
  let here = false, asked = false, door = "";

  const isOn = () => "sealing" in root.dataset;
  function look() {
    if (!isOn() || !here || door !== "plain" || asked || told.open) return;
    asked = true;
    says.textContent = words["seal-first"];
    aside.hidden = true; // the card has one of its own
    document.dispatchEvent(new Event("newsoil:seal"));
  }
  function begin() {
    if (isOn()) return;
    root.dataset.sealing = "";
    here = asked = aside.hidden = false;
    document.getElementById("ns-line")?.after(place);
    says.textContent = words["seal-soon"];
  }
  /** The page takes words from now on. */
  function end() {
    if (!isOn()) return;
    delete root.dataset.sealing;
    place.remove();
    document.dispatchEvent(new Event("newsoil:sealed-first"));
  }
  function putAside() {
    if (!isOn()) return;
    end();
    document.getElementById("page")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  told.addEventListener("close", look);
  aside.addEventListener("click", putAside);
  document.addEventListener("newsoil:not-sealed", putAside);
  document.addEventListener("newsoil:state", (event) => {
    door = /** @type {CustomEvent} */ (event).detail;
    if (door === "plain") look();
    else end();
  });
  return {
    begin,
    end,
    /** Notes are kept on this computer from now on. */
    kept() {
      here = true;
      look();
    },
  };
}
