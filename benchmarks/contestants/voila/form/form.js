function render({ model, el }) {
  const form = document.createElement("form");
  for (let n = 1; n <= 5; n += 1) form.append(Object.assign(document.createElement("textarea"), { name: `text${n}` }));
  for (let n = 1; n <= 5; n += 1) {
    const set = document.createElement("fieldset");
    for (let step = 1; step <= 5; step += 1) {
      const label = document.createElement("label");
      label.append(Object.assign(document.createElement("input"), { type: "radio", name: `scale${n}`, value: step }), String(step));
      set.append(label);
    }
    form.append(set);
  }
  const status = Object.assign(document.createElement("p"), { className: "status" });
  form.addEventListener("input", () => model.send(Object.fromEntries(new FormData(form))));
  model.on("msg:custom", ({ said }) => {
    status.textContent = said;
  });
  el.append(form, status);
}

export default { render };
