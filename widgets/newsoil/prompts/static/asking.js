// @ts-check
/**
 * Questions to the kernel, each with a fresh id, and their answers. A question that nobody answers is asked again, since a message can be
 * lost with its line; the kernel knows one that comes twice. It does one thing at a time, so questions wait for each other.
 *
 * @typedef {import("./work.js").Told} Told
 * @typedef {(message: any, how?: {buffers?: ArrayBuffer[], told?: Told}) => Promise<any>} Ask
 * @typedef {{message: any, buffers?: ArrayBuffer[], told?: Told, heard: number, answer: (reply: any) => void}} Question
 */
const LOOK_EVERY = 1000, ASK_AGAIN = 8000;

/** Which question a message belongs to. @param {{ask: string, part?: number}} message */
const questionOf = ({ ask, part }) => part === undefined ? ask : `${ask}/${part}`;

/**
 * @param {any} model
 * @param {AbortSignal} signal
 * @returns {Ask}
 */
export function asking(model, signal) {
  /** @type {Map<string, Question>} */
  const open = new Map();

  /** @param {Question} one */
  function post(one) {
    one.heard = Date.now();
    try {
      model.send(one.message, undefined, one.buffers);
    } catch {
      /* the line is gone for the moment: it is asked again */
    }
  }
  /** @param {any} message @param {DataView[]} [buffers] */
  function hear(message, buffers) {
    const name = questionOf(message);
    const of = open.has(name) ? name : message.kind === "refused" ? [...open.keys()].find((other) => other.startsWith(`${message.ask}/`)) : undefined;
    const one = of !== undefined && open.get(of);
    if (!one) return;
    one.heard = Date.now();
    if (message.kind === "progress") return one.told?.(message.done, message.of, message.step);
    open.delete(/** @type {string} */ (of));
    one.answer(buffers?.length ? { ...message, content: buffers[0] } : message);
  }
  model.on("msg:custom", hear);
  const timer = setInterval(() => {
    for (const one of open.values()) if (Date.now() - one.heard > ASK_AGAIN) post(one);
  }, LOOK_EVERY);
  signal.addEventListener("abort", () => (clearInterval(timer), open.clear(), model.off("msg:custom", hear)));
  let before = Promise.resolve();
  return (message, { buffers, told } = {}) => {
    const reply = before.then(() => new Promise((answer) => {
      const one = { message, buffers, told, answer, heard: 0 };
      open.set(questionOf(message), one);
      post(one);
    }));
    before = reply.then(() => {});
    return reply;
  };
}
