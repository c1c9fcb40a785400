// @ts-check
/*
 * What is locked in this file is opened here, in this browser. Nothing is sent, nothing is kept: when the page is closed or loaded again,
 * it is locked as before.
 */
{
  /** @param {string} id @returns {any} */
  const the = (id) => document.getElementById(id);
  /** @param {string} text */
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const sealed = JSON.parse(the("sealed").textContent), field = the("passphrase"), look = the("look"), problem = the("problem"), status = the("status"), form = field.form;
  const LENGTH = 8; // bytes that say how long the page is; the rest is filled up with zeros

  /** The page, if the passphrase fits. A letter can be typed in several ways, so one of them counts. @param {string} passphrase */
  const opened = async (passphrase) => {
    const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFC")), sealed.key, false, ["deriveKey"]);
    const cost = { name: sealed.key, hash: sealed.hash, salt: bytes(sealed.salt), iterations: sealed.turns };
    const key = await crypto.subtle.deriveKey(cost, typed, { name: sealed.cipher, length: 256 }, false, ["decrypt"]);
    const full = await crypto.subtle.decrypt({ name: sealed.cipher, iv: bytes(sealed.nonce) }, key, bytes(sealed.sealed));
    return new TextDecoder().decode(new Uint8Array(full, LENGTH, new DataView(full).getUint32(LENGTH - 4)));
  };
  /** Show a page in place of this one. A parsed document runs no script, and this page's policy stays in force. @param {string} html */
  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
    const top = document.querySelector("h1");
    if (!top) return;
    top.tabIndex = -1;
    top.style.outline = "none";
    top.focus();
  };
  let busy = false;
  const open = async () => {
    if (busy) return;
    busy = true;
    problem.textContent = "";
    field.removeAttribute("aria-invalid");
    status.textContent = status.dataset.says;
    const html = await opened(field.value).catch(() => null);
    busy = false;
    status.textContent = "";
    if (html !== null) return show(html);
    problem.textContent = problem.dataset.says;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  };
  look.addEventListener("click", () => {
    const seen = field.type === "text";
    field.type = seen ? "password" : "text";
    look.setAttribute("aria-pressed", String(!seen));
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => (event.preventDefault(), open()));
  if (window.crypto && crypto.subtle) {
    the("elsewhere").hidden = true;
    form.hidden = false;
    field.focus();
  }
}
