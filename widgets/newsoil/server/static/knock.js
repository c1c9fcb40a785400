// @ts-check
/**
 * Runs before anything else, as the one script that stands in the page itself. If somebody left quickly, nothing of the page is seen. Else it
 * opens the socket to the kernel of a page that was run in advance, and the address of the socket says hello for the widgets that come with
 * the page: so the kernel reads the journal while the browser still fetches and lays out, and the answers are there when the client comes to
 * draw (`kernel-line.js` takes the socket over). A message would wait until the page has a moment for it. A widget that hears no answer says
 * hello itself.
 */
import { named, pageGreeting } from "../../prompts/static/greeting.js";
import { PROTOCOL, fresh } from "./client/framing.js";
import { showNothingAfterLeaving } from "./left.js";

const { knock: path, greets = "{}" } = document.documentElement.dataset;
if (!showNothingAfterLeaving() && path) {
  const { page = [], exercises = [], stage = "" } = JSON.parse(greets), session = fresh();
  const to = named() && named() !== stage ? page : [...page, ...exercises]; // the address may want another stage than the one that came
  const hello = encodeURIComponent(JSON.stringify({ ...pageGreeting(), to }));
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${path}?session_id=${session}&hello=${hello}`, PROTOCOL);
  /** @type {MessageEvent[]} */
  const heard = [];
  socket.binaryType = "arraybuffer";
  socket.onmessage = (event) => heard.push(event);
  /** @type {any} */ (globalThis).newsoilKnock = { path, session, socket, heard, greeted: to };
}
