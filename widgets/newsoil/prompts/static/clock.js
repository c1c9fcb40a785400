// @ts-check
/** The page's clock: times carry the offset of the person's own zone, since the kernel may run in another. */

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");

/** Now, as ISO 8601 with offset: `2026-11-23T14:32:05.123+01:00`. */
export function now(at = new Date()) {
  const minutes = -at.getTimezoneOffset(), sign = minutes < 0 ? "-" : "+", size = Math.abs(minutes);
  return `${dayOf(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The calendar day, as `2026-11-23`. */
export function dayOf(at = new Date()) {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The time of day, as `14:32`. */
export function timeOf(at = new Date()) {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * A day, a month or a year in words: "Saturday 21 November", with the year when it is another one.
 * @param {string} day `2026`, `2026-11` or `2026-11-23`
 * @param {string} language
 */
export function dayInWords(day, language) {
  const [year, month, date] = day.split("-").map(Number);
  const other = year !== new Date().getFullYear() ? /** @type {const} */ ({ year: "numeric" }) : {};
  if (!month) return String(year);
  const at = new Date(year, month - 1, date || 1);
  const parts = date ? /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long" }) : /** @type {const} */ ({ month: "long", year: "numeric" });
  return at.toLocaleDateString(language === "en" ? "en-GB" : language, { ...parts, ...(date ? other : {}) }).replaceAll(",", "");
}
