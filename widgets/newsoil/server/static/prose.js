// @ts-check
/** A page to read, which needs no kernel: it can be left quickly, as the workbook can, and help is in it, with no server too. */
import { startJumping } from "./jumping.js";
import { startLeavingQuickly } from "./leaving-quickly.js";
import { startLooks } from "./looks.js";

startLeavingQuickly(JSON.parse(document.getElementById("newsoil-words")?.textContent ?? "{}").exits);
startJumping();
startLooks();
