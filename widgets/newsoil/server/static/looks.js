// @ts-check
/**
 * How the app looks, and whose help lines it shows: kept in a cookie, so that the next page comes like this from its first byte, and sent to
 * the journal's settings, so that another browser finds it too. Without a kernel the page follows all the same. Where nothing is kept, both
 * are this page's alone.
 */
import { keepCookie } from "./cookies.js";
import { inMemory } from "./ways.js";

const LOOKS = "newsoil_looks", YEAR = 31536000;

export function startLooks() {
  const root = document.documentElement, forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("[data-settings]")]);
  const all = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (forms.flatMap((form) => [...form.elements]).filter((one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement));
  const names = root.dataset.looks?.split(" ") ?? []; // all of them, also where a page to read lets somebody choose only one
  for (const one of all) {
    const kept = root.dataset[one.name];
    if (one instanceof HTMLInputElement) one.checked = kept === one.value;
    else if ([...one.options].some((option) => option.value === kept)) one.value = kept ?? "";
  }
  for (const form of forms) form.addEventListener("change", (event) => {
    const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    root.dataset[name] = value;
    const looks = new URLSearchParams(names.map((one) => [one, root.dataset[one] ?? ""]));
    if (!inMemory()) keepCookie(LOOKS, encodeURIComponent(looks.toString()), YEAR);
    document.dispatchEvent(new CustomEvent("newsoil:settings", { detail: { [name]: value } }));
    document.dispatchEvent(new Event("newsoil:looks"));
  });
  // Paper is light, whatever the screen is; charts, which are drawn in the page's colours, hear it too.
  addEventListener("beforeprint", () => (root.dataset.printing = ""));
  addEventListener("afterprint", () => delete root.dataset.printing);
}
