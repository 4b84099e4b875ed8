// What a person does on the checking page: files are dropped or chosen, and a cell's name is copied.
const copy = async (text) => {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else {
    // Without https there is only the old way.
    const area = document.body.appendChild(make("textarea", {}));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  announce("COPIED", { cell: text });
};
const cellButton = (finding) => {
  const cell = place(finding);
  return button("COPY", () => copy(cell), say("COPY_CELL", { cell }));
};

at("files").addEventListener("change", ({ target }) => check([...target.files]));
form.addEventListener("submit", (event) => event.preventDefault());
const dragged = (event) => {
  event.preventDefault();
  form.classList.toggle("over", event.type === "dragover");
};
for (const each of ["dragover", "dragleave", "drop"]) document.addEventListener(each, dragged);
document.addEventListener("drop", ({ dataTransfer }) => check([...dataTransfer.files]));

begin();
