// @ts-check
/** The page of the screen. */
export const given = JSON.parse(document.getElementById("given")?.textContent ?? "{}");
