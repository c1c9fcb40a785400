// @ts-check
/** The kinds of prompt by name. A new kind is a module beside this one and a row here. */
import { drawBoth } from "./both.js";
import { drawDate } from "./date.js";
import { drawLadder } from "./ladder.js";
import { drawChoice, drawIntensity, drawLink, drawScale } from "./one-of.js";
import { drawQuestion } from "./question.js";
import { drawRows } from "./rows.js";
import { drawSentence } from "./sentence.js";
import { drawSeveral } from "./several.js";
import { drawSorter } from "./sorter.js";
import { drawWriting } from "./writing.js";

/** @type {Record<string, import("./kind.js").Draw>} */
export const kinds = {
  text: drawWriting, "short-text": drawWriting, scale: drawScale, intensity: drawIntensity, choice: drawChoice, choices: drawSeveral, date: drawDate, link: drawLink,
  rows: drawRows, ladder: drawLadder, sorter: drawSorter, sentence: drawSentence, question: drawQuestion, both: drawBoth,
};
