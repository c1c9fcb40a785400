// @ts-check
/**
 * Where notes are kept: asked before the first word, and changed later by any button that says so. The page says in `data-keep` what is
 * true on it: `here`, `visitor`, `try`, or `ask` while nobody has chosen, which keeps nothing.
 */
const LONGEST_WAIT = 10000, LOOK = 100, DRAWN_WITHIN = 3000;

/** Whether notes are in memory alone. */
export const inMemory = () => document.documentElement.dataset.keep !== "here";

/** Today, by this computer's clock. */
export function today() {
  const day = new Date();
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");
}

/** Wait until the kernel has every word; whether it has. @returns {Promise<boolean>} */
export async function settled() {
  const outbox = /** @type {any} */ (globalThis).newsoil?.outbox, late = Date.now() + LONGEST_WAIT;
  document.dispatchEvent(new Event("newsoil:flush"));
  while (outbox?.pending.size && Date.now() < late) await new Promise((go) => setTimeout(go, LOOK));
  return !outbox?.pending.size;
}

/**
 * @param {Record<string, string>} words
 * @param {(sentence: string) => void} say
 * @param {{begin: () => void, kept: () => void, end: () => void}} sealFirst what comes before the first word for whoever wants a passphrase
 */
export function startWays(words, say, sealFirst) {
  const root = document.documentElement, soil = /** @type {any} */ (globalThis).newsoil ??= {};
  const [dialog, sure] = ["ns-keep", "ns-carry"].map((id) => /** @type {HTMLDialogElement} */ (document.getElementById(id)));
  /** The way in which the kernel keeps notes, as it said last; nothing before it spoke. */
  let heard = "", door = "plain";
  /** Whether a passphrase was chosen with the way, and the kernel has not heard of it. */
  let seals = false;

  /** @param {string} way */
  function turn(way) {
    root.dataset.keep = way;
    document.dispatchEvent(new Event("newsoil:way"));
  }
  /** Let nobody type into a stage that is about to be drawn anew; for a moment at most, for the kernel may be gone. */
  function hold() {
    const page = /** @type {HTMLElement} */ (document.getElementById("page")), free = () => (page.inert = false);
    page.inert = true;
    const late = setTimeout(free, DRAWN_WITHIN);
    return () => (clearTimeout(late), free());
  }
  /** Let the kernel keep notes in another way. If it cannot, all stays as it is, and the page says why. @param {string} way */
  async function have(way) {
    const drawn = hold(), first = seals && way === "here";
    seals = false;
    if (first) sealFirst.begin();
    const reply = await settled() && await soil.ask({ kind: "way", way, day: today() });
    drawn();
    if (reply?.kind === "way") heard = reply.way;
    turn(heard);
    if (first) sealFirst[heard === "here" ? "kept" : "end"]();
    if (reply?.kind !== "way") say(reply?.sentence ?? words["no-answer"]);
  }
  /** @param {string} chosen a way, or `sealed`: here, with a passphrase */
  function choose(chosen) {
    const before = root.dataset.keep, way = chosen === "sealed" ? "here" : chosen;
    if (chosen === "sealed" && before === "here") return void document.dispatchEvent(new Event("newsoil:seal"));
    seals = chosen === "sealed";
    if (seals && before === "ask") sealFirst.begin();
    if (before === "ask") turn(way || "try"); // what is said of it is true from now on, also before there is a kernel
    if (!way || way === before) return;
    if (way === "here" && soil.written?.()) open(sure);
    else if (heard) have(way);
  }
  /** @param {HTMLDialogElement} one */
  function open(one) {
    one.returnValue = "";
    one.showModal();
  }
  function ask() {
    const way = root.dataset.keep, first = way === "ask", sealed = way === "here" && door !== "plain";
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-way]"))) {
      /** @type {HTMLElement} */ (one.querySelector(".ns-way-now")).hidden = one.dataset.way !== (sealed ? "sealed" : way);
      one.hidden = sealed && one.dataset.way === "here"; // to take a seal off is done where it is kept
    }
    /** @param {string} name @param {boolean} seen */
    const show = (name, seen) => (/** @type {HTMLElement} */ (dialog.querySelector(`[data-${name}]`)).hidden = !seen);
    show("first", first);
    show("stays", way === "here");
    show("back", !first);
    open(dialog);
  }
  dialog.addEventListener("close", () => {
    const first = root.dataset.keep === "ask", way = dialog.returnValue;
    choose(way === "help" ? "" : way);
    // Whoever went to help first is told the rest once they have chosen: it is said before the first use, and once.
    if ((first || way) && way !== "help") document.dispatchEvent(new Event("newsoil:chosen"));
  });
  sure.addEventListener("close", () => sure.returnValue ? have("here") : (seals = false));
  document.addEventListener("newsoil:state", (event) => (door = /** @type {CustomEvent} */ (event).detail));
  for (const one of document.querySelectorAll("button[data-ways]")) one.addEventListener("click", ask);
  document.addEventListener("newsoil:greeted", (event) => {
    const { way } = /** @type {CustomEvent} */ (event).detail ?? {};
    heard = way ?? heard;
    const wished = root.dataset.keep ?? "ask";
    if (wished !== "ask" && heard && wished !== heard) have(wished);
    else if (seals) sealFirst.kept();
  });
  if (root.dataset.keep === "ask") ask();
}
