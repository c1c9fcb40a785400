// @ts-check
/** The page around the workbook, beside Voilà's own front end. */
import { startShell } from "./shell.js";

startShell();
