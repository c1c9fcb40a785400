// @ts-check
/** The page of the phone. */
export const given = JSON.parse(document.getElementById("given")?.textContent ?? "{}");
