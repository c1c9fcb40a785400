// @ts-check
/** A page to read, which needs no kernel: it can be left quickly, as the workbook can. */
import { startLeavingQuickly } from "./leaving-quickly.js";

startLeavingQuickly(JSON.parse(document.getElementById("newsoil-words")?.textContent ?? "{}").exits);
