// @ts-check
/**
 * How the app looks: kept in a cookie, so that the next page comes in these looks from its first byte, and sent to the journal's settings,
 * so that another browser finds them too.
 */
const COOKIE = "newsoil_looks", YEAR = 31536000;

export function startLooks() {
  const root = document.documentElement, form = /** @type {HTMLFormElement | null} */ (document.querySelector(".ns-settings"));
  const names = new Set([...form?.elements ?? []].map((one) => /** @type {HTMLInputElement} */ (one).name).filter(Boolean));
  for (const input of form?.querySelectorAll("input") ?? []) input.checked = root.dataset[input.name] === input.value;
  form?.addEventListener("change", (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    root.dataset[name] = value;
    const looks = new URLSearchParams([...names].map((one) => [one, root.dataset[one] ?? ""]));
    document.cookie = `${COOKIE}=${encodeURIComponent(looks.toString())}; path=/; max-age=${YEAR}; samesite=strict`;
    document.dispatchEvent(new CustomEvent("newsoil:settings", { detail: { [name]: value } }));
    document.dispatchEvent(new Event("newsoil:looks"));
  });
  // Paper is light, whatever the screen is; charts, which are drawn in the page's colours, hear it too.
  addEventListener("beforeprint", () => (root.dataset.printing = ""));
  addEventListener("afterprint", () => delete root.dataset.printing);
}
