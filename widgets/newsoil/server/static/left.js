// @ts-check
/**
 * That somebody left quickly is in a cookie for a day. The server looks at it before it sends a page (`page_handler.py`), and a page looks
 * itself before anything of it can be seen: a browser may have kept it whole, or may not have told the server of the cookie.
 */
import { hasCookie, keepCookie } from "./cookies.js";

const LEFT = "newsoil_left", DAY = 86400;

export const rememberLeaving = () => keepCookie(LEFT, "1", DAY);

/** Show nothing of this page, its title neither, if somebody has left, and ask for the empty one in its place. @returns {boolean} whether it is so */
export function showNothingAfterLeaving() {
  if (!hasCookie(LEFT, "1")) return false;
  document.documentElement.classList.add("ns-left");
  document.title = "";
  stop(); // what of it has not come yet
  location.reload();
  return true;
}
