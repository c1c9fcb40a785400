// @ts-check
/** The kinds of prompt by name. A new kind is a module beside this one and a row here. */
import { drawDate } from "./date.js";
import { drawChoice, drawIntensity, drawLink, drawScale } from "./one-of.js";
import { drawRows } from "./rows.js";
import { drawSeveral } from "./several.js";
import { drawWriting } from "./writing.js";

/** @type {Record<string, import("./kind.js").Draw>} */
export const kinds = { text: drawWriting, "short-text": drawWriting, scale: drawScale, intensity: drawIntensity, choice: drawChoice, choices: drawSeveral, date: drawDate, rows: drawRows, link: drawLink };
