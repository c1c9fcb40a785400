// @ts-check
/** Links to an exercise: in the app to its place, in JupyterLab to its notebook. */

/** JupyterLab's own command for links between notebooks; it looks for it on whatever is clicked. */
const OPEN_NOTEBOOK = "rendermime:handle-local-link";

/** Where a row leads in a notebook: to the notebook of the stage, which lies beside the one that is open. @param {string} notebook */
function inNotebooks(notebook) {
  const click = (/** @type {any} */ { currentTarget }) => {
    const folder = decodeURIComponent(location.pathname).match(/\/tree\/(.*\/)?[^/]*$/)?.[1] ?? "";
    currentTarget.dataset.commandlinkerArgs = JSON.stringify({ path: folder + notebook });
  };
  return { href: notebook, "data-commandlinker-command": OPEN_NOTEBOOK, on: { click } };
}

/** What makes a link lead to an exercise. @param {string} stage @param {string} exercise @param {string} notebook the stage's @returns {Record<string, any>} */
export const wayTo = (stage, exercise, notebook) => document.documentElement.hasAttribute("data-app") ? { href: `#/${stage}/${exercise}` } : inNotebooks(notebook);
