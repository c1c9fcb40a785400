// Runs in every page before anything else: looks, and notes when the inputs were usable and the chart was drawn.
(() => {
  if (window.top !== window || !location.protocol.startsWith("http")) return;

  // Every shadow root there is, so that nobody has to be asked for one: looking must cost a large page no more than a small one.
  const roots = [document], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...how) {
    const root = attach.apply(this, how);
    roots.push(root);
    return root;
  };

  const bench = {
    usable: null, // milliseconds after the navigation began
    drawn: null,

    all: (selector) => roots.flatMap((root) => (root === document || root.isConnected ? [...root.querySelectorAll(selector)] : [])),

    shown: (element) => element.getClientRects().length > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),

    // The count-th of these can be seen and written into.
    writable(selector, count) {
      const element = bench.all(selector).filter(bench.shown)[count - 1];
      return Boolean(element) && !element.matches(":disabled, [aria-disabled=true]") && !element.readOnly;
    },

    // How many of these traces of a chart have a line.
    lines: (selector) => bench.all(`${selector} path`).filter((path) => path.getAttribute("d")?.includes("L")).length,

    text: (selector) => bench.all(selector).map((element) => element.textContent.trim()).join(" "),

    status: () => STATUS,

    // Waits for a key, then for the status to say something new; the times are those of the clock on the wall.
    answered() {
      const before = bench.status();
      const at = {};
      const over = new AbortController();
      let empty = false;
      const now = () => performance.timeOrigin + performance.now();
      return new Promise((resolve) => {
        const watch = new MutationObserver(() => look());
        const timer = setInterval(() => look(), 4);
        function look() {
          const said = bench.status();
          if (!at.key || at.said) return;
          empty ||= !said;
          if (!said || (said === before && !empty)) return;
          at.said = now();
          over.abort();
          watch.disconnect();
          clearInterval(timer);
          resolve(at);
        }
        const everything = { subtree: true, childList: true, characterData: true, attributes: true };
        for (const root of roots) watch.observe(root, everything);
        window.addEventListener("keydown", (event) => {
          if (event.key === "Control") return;
          at.key ??= performance.timeOrigin + event.timeStamp;
        }, { capture: true, signal: over.signal });
      });
    },

    said: null,

    arm() {
      bench.said = null;
      bench.answered().then((at) => {
        bench.said = at;
      });
    },
  };
  window.bench = bench;

  (function look() {
    try {
      if (bench.usable === null && (USABLE)) bench.usable = performance.now();
      if (bench.drawn === null && (DRAWN)) bench.drawn = performance.now();
    } catch (error) {
      bench.error = String(error); // the page is not that far yet
    }
    if (bench.usable === null || bench.drawn === null) setTimeout(look, 10);
  })();
})();
