// @ts-check
/** The page of the console. */
export const given = JSON.parse(document.getElementById("given")?.textContent ?? "{}");
